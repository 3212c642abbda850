" Highlighting for ledgers.
if exists('b:current_syntax')
  finish
endif

" The words of the language, each in English and Chinese.
let s:blocks = 'fiscal-year starts|decompose exactly|财年始于|足额分解|indicators|indicator|单位组|指标组|register|include|measure|assert|revise|target|事项|修订|包含|单位|台账|序时|指标|断言|目标|规则|计量|phase|units|item|rule|unit'
let s:fields = 'decompose exactly|succeeded-by|时间汇总|足额分解|incomplete|over-units|over-time|中文名|英文名|complete|counting|expected|includes|measure|name-en|name-zh|better|closed|fields|growth|nature|opened|signed|states|不全|代码|其中|别名|单位|单列|可负|增速|字段|并入|应报|性质|撤销|方向|时限|构成|汇总|状态|类别|计数|计量|设立|齐全|alias|apart|parts|code|kind|unit|due'
let s:choices = '可比口径|越低越好|越高越好|comparable|last-year|quarterly|不全含|不汇总|可比价|monthly|nominal|higher|yearly|上年|合计|名义|填报|存量|平均|按季|按年|按月|最大|最小|期限|比率|流量|cover|lower|since|stock|until|days|flow|from|mean|none|rate|real|max|min|sum|天|无|自|至|by'
let s:claims = '超序时|位次|占比|同比|完成|环比|share|done|lead|rank|pop|yoy'
let s:functions = 'contribution|last-year|绝对值|超序时|previous|entered|nominal|parent|target|上年|上期|上级|位次|占比|同比|名义|天数|完成|拉动|最大|最小|环比|目标|累计|进入|退出|count|share|days|done|lead|left|rank|abs|max|min|pop|yoy|ytd|计'
let s:clauses = 'each quarter|each month|each year|missing|其中|提醒|每季|每年|每月|缺报|where|each|skip|warn|zero|any|于|任|占|每|略|零|of|on'
let s:absences = '不适用|exempt|免报|n/a'

" What may follow a word, and what a line of a block starts with.
let s:end = '%($|[ \t　(（,，、|｜0-9０-９+－＋<>=~≥≤-])@='
let s:margin = '^[ \t　]+'

syntax sync fromstart
execute 'syntax match taizhangNumber "\v[0-9０-９]%([0-9０-９]|[,，][0-9０-９]@=)*%([.．][0-9０-９]+)?"'
execute 'syntax match taizhangNumber "\v%(^|[ \t　(（>≥≤<~=约超逾足近比成时占次])@1<=[-+－＋][0-9０-９]%([0-9０-９]|[,，][0-9０-９]@=)*%([.．][0-9０-９]+)?"'
syntax match taizhangOperator "[<>~=≥≤→]\|->\|[<>!]="
execute 'syntax match taizhangFunction "\v%(' . s:functions . ')[(（]"me=e-1'
execute 'syntax match taizhangClause "\v%([ \t　])@1<=%(' . s:clauses . ')' . s:end . '"'
execute 'syntax match taizhangClaim "\v%([ \t　])@1<=%(' . s:claims . ')%([ \t　]*[-+<>~≥≤＋－＞＜0-9０-９约超逾不近])@="'
execute 'syntax match taizhangAbsence "\v%([ \t　])@1<=%(' . s:absences . '|[-*＊—])%([ \t　]*%($|[|｜;；]))@="'
execute 'syntax match taizhangField "\v%(' . s:margin . '|[,，、][ \t　]*|[ \t　]{2})@<=%(' . s:fields . ')%($|[ \t　,，、])@="'
execute 'syntax match taizhangChoice "\v%([ \t　])@1<=%(' . s:choices . ')%($|[ \t　,，、])@="'
execute 'syntax match taizhangDate "\v<%(FY)?[12][0-9]{3}%(-%([HQ][1-4]|[0-9]{2}))%(-[0-9]{2})?%(\.\.[0-9HQ-]+)?"'
execute 'syntax match taizhangDate "\v[12][0-9]{3}年[0-9一二三四前第上下半季度月份末日至~-]*"'
execute 'syntax match taizhangPeriod "\v^%(FY)?[12１２][0-9０-９]{3}[^ \t　]*"'
execute 'syntax match taizhangStatus "\v%(^.{-}[0-9末度年月日][ \t　]+)@<=[!?*！？＊]%([ \t　])@="'
execute 'syntax match taizhangBlock "\v^%(' . s:blocks . ')%($|[ \t　])@="'
" Behind `revise` and `target` stands a period.
execute 'syntax match taizhangPeriod "\v%(^%(revise|修订|target|目标|assert|断言)%([ \t　]+%(target|目标))?[ \t　]+)@<=%(FY)?[12][0-9]{3}[^ \t　]*"'
execute 'syntax match taizhangBlock "\v%(^%(revise|修订)[ \t　]+)@<=%(target|目标)[ \t　]"me=e-1'
syntax region taizhangString start=+"+ end=+"+ oneline
syntax match taizhangNote "[|｜].*$" contains=taizhangComment
" In `states A -> B | C` the bar is no note.
execute 'syntax match taizhangStates "\v' . s:margin . '%(states|状态)[ \t　].*$" contains=taizhangField,taizhangOperator,taizhangComment'
execute 'syntax match taizhangComment "\v^[ \t　]*[;#；＃].*$"'
execute 'syntax match taizhangComment "\v%([ \t　])@1<=[;；].*$"'

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
