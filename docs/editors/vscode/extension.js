// Starts `taizhang lsp` and lets VS Code talk to it.
const { workspace } = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

let client;

exports.activate = () => {
  const command = workspace.getConfiguration('taizhang').get('path');
  client = new LanguageClient(
    'taizhang',
    'Taizhang',
    { command, args: ['lsp'] },
    {
      documentSelector: [{ language: 'taizhang' }],
      synchronize: { fileEvents: workspace.createFileSystemWatcher('**/*.taizhang') },
    },
  );
  return client.start();
};

exports.deactivate = () => client?.stop();
