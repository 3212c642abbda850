autocmd BufRead,BufNewFile *.taizhang setfiletype taizhang
