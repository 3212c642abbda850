" Highlighting for ledgers.
if exists('b:current_syntax')
  finish
endif

" The words of the language, each in English and Chinese.
let s:blocks = ''
let s:fields = ''
let s:choices = ''
let s:claims = ''
let s:functions = ''
let s:clauses = ''
let s:absences = ''

" What may follow a word, and what a line of a block starts with.
let s:end = '%($|[ \t　(（,，、|｜0-9０-９+－＋<>=~≥≤-])@='
let s:margin = '^[ \t　]+'

syntax sync fromstart
execute 'syntax match taizhangNumber @\v[0-9０-９][0-9０-９,，]*%([.．][0-9０-９]+)?@'
execute 'syntax match taizhangNumber @\v%(^|[ \t　(（>≥≤<~=约超逾足近比成时占次])@1<=[-+－＋][0-9０-９][0-9０-９,，]*%([.．][0-9０-９]+)?@'
syntax match taizhangOperator @[<>~=≥≤→]\|->\|[<>!]=@
execute 'syntax match taizhangFunction @\v%(' . s:functions . ')[(（]@me=e-1'
execute 'syntax match taizhangClause @\v%([ \t　])@1<=%(' . s:clauses . ')' . s:end . '@'
execute 'syntax match taizhangClaim @\v%([ \t　])@1<=%(' . s:claims . ')%([ \t　]*[-+<>~≥≤＋－＞＜0-9０-９约超逾不近])@=@'
execute 'syntax match taizhangAbsence @\v%([ \t　])@1<=%(' . s:absences . '|[-*＊—])%([ \t　]*%($|[|｜;；]))@=@'
execute 'syntax match taizhangField @\v%(' . s:margin . '|[,，、][ \t　]*|%(indicators|units|指标组|单位组).{-}[ \t　]{2,})@<=%(' . s:fields . ')%($|[ \t　,，、])@=@'
execute 'syntax match taizhangChoice @\v%([ \t　])@1<=%(' . s:choices . ')%($|[ \t　,，、])@=@'
execute 'syntax match taizhangDate @\v<%(FY)?[12][0-9]{3}%(-%([HQ][1-4]|[0-9]{2}))%(-[0-9]{2})?%(\.\.[0-9HQ-]+)?@'
execute 'syntax match taizhangDate @\v[12][0-9]{3}年[0-9一二三四前第上下半季度月份末日至~-]*@'
execute 'syntax match taizhangPeriod @\v^%(FY)?[12１２][0-9０-９]{3}[^ \t　]*@'
execute 'syntax match taizhangStatus @\v%(^.{-}[0-9末度年月日][ \t　]+)@<=[!?*！？＊]%([ \t　])@=@'
execute 'syntax match taizhangBlock @\v^%(' . s:blocks . ')%($|[ \t　])@=@'
" Behind `revise` and `target` stands a period.
execute 'syntax match taizhangPeriod @\v%(^%(revise|修订|target|目标|assert|断言)%([ \t　]+%(target|目标))?[ \t　]+)@<=%(FY)?[12][0-9]{3}[^ \t　]*@'
execute 'syntax match taizhangBlock @\v%(^%(revise|修订)[ \t　]+)@<=%(target|目标)[ \t　]@me=e-1'
syntax region taizhangString start=+"+ end=+"+ oneline
syntax match taizhangNote @[|｜].*$@ contains=taizhangComment
" In `states A -> B | C` the bar is no note.
execute 'syntax match taizhangStates @\v' . s:margin . '%(states|状态)[ \t　].*$@ contains=taizhangField,taizhangOperator,taizhangComment'
execute 'syntax match taizhangComment @\v^[ \t　]*[;#；＃].*$@'
execute 'syntax match taizhangComment @\v%([ \t　])@1<=[;；].*$@'

highlight default link taizhangBlock Keyword
highlight default link taizhangField Type
highlight default link taizhangChoice Constant
highlight default link taizhangClaim Statement
highlight default link taizhangFunction Function
highlight default link taizhangClause Conditional
highlight default link taizhangAbsence Special
highlight default link taizhangPeriod Title
highlight default link taizhangDate Number
highlight default link taizhangStatus Special
highlight default link taizhangNumber Number
highlight default link taizhangOperator Operator
highlight default link taizhangString String
highlight default link taizhangNote String
highlight default link taizhangComment Comment

let b:current_syntax = 'taizhang'
