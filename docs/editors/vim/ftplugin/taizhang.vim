" Settings for ledgers.
if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1

setlocal commentstring=;\ %s comments=:;,:#,:；
setlocal expandtab shiftwidth=4 softtabstop=4
setlocal formatoptions-=t
" gq and = bring lines into the one style of ledgers, as `taizhang fmt` does with files.
setlocal formatprg=taizhang\ fmt\ - equalprg=taizhang\ fmt\ -
" A block folds below its header.
setlocal foldmethod=expr foldexpr=getline(v:lnum)=~'^\\s*$'?'=':getline(v:lnum)=~'^[\ \\t　]'?1:'>1' foldlevel=99

let b:undo_ftplugin = 'setlocal commentstring< comments< expandtab< shiftwidth< softtabstop< formatoptions<'
      \ . ' formatprg< equalprg< foldmethod< foldexpr< foldlevel<'
