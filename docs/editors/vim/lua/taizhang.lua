-- The language server for Neovim: require('taizhang').setup()
local M = {}

function M.setup()
  vim.api.nvim_create_autocmd('FileType', {
    pattern = 'taizhang',
    callback = function(args)
      -- The server finds the ledger by its first file, upwards from the one that is open.
      local main = vim.fs.find('main.taizhang', { upward = true, path = vim.api.nvim_buf_get_name(args.buf) })[1]
      vim.lsp.start({
        name = 'taizhang',
        cmd = { 'taizhang', 'lsp' },
        root_dir = main and vim.fs.dirname(main) or vim.fn.getcwd(),
      })
    end,
  })
end

return M
