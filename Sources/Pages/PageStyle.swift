/// How pages look: on a screen by day and by night, on a phone, on paper.
enum PageStyle {
    /// The hash by which the page's policy knows the sheet; a test holds the two together.
    static let hash = "sha256-7ZFMS/0QOps16s3jvMvr5EoDkV4nBGuSg7q5dKvxuYk="

    /// Text has a contrast of at least 4.5 to its ground in either scheme, marks of at least 3.
    static let sheet: StaticString = """
        :root{--page:#fff;--text:#1b1f24;--muted:#57606a;--rule:#d0d7de;--soft:#f3f5f7;--now:#1f5fa8;\
        --before:#76828e;--due:#b3410f;--good:#d7efdc;--good-text:#0f3d1c;--bad:#fbdcd6;--bad-text:#5f1408}
        @media (prefers-color-scheme:dark){:root{--page:#14181d;--text:#e6e9ec;--muted:#a3adb8;--rule:#3a424b;--soft:#1e242b;\
        --now:#6cb0ff;--before:#8a95a1;--due:#ffa36b;--good:#143d22;--good-text:#c9f2d3;--bad:#55180f;--bad-text:#ffd9d2}}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:76rem;padding:1rem;background:var(--page);color:var(--text);\
        font:1rem/1.6 system-ui,"Noto Sans SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;overflow-wrap:anywhere}
        .skip{position:absolute;left:-99rem}
        .skip:focus{left:1rem;top:1rem;padding:.5rem;background:var(--page);color:var(--text);outline:2px solid var(--now)}
        h1{font-size:1.6rem;line-height:1.3;margin:.5rem 0}
        h2{font-size:1.25rem;margin:2rem 0 .5rem;padding-top:.5rem;border-top:2px solid var(--rule)}
        h3{font-size:1.05rem;margin:1.2rem 0 .4rem}
        p{margin:.4rem 0}
        ul{padding-left:1.3rem;margin:.4rem 0}
        a{color:inherit;text-decoration:underline dotted var(--muted)}
        a:hover,a:focus{text-decoration:underline solid}
        :focus-visible{outline:2px solid var(--now);outline-offset:2px}
        :target{background:var(--soft);outline:2px solid var(--now)}
        .sub,.notes,figcaption,caption small{color:var(--muted)}
        .notes{list-style:none;padding:0;font-size:.85rem}
        .scroll{overflow-x:auto;max-width:100%}
        table{border-collapse:collapse;margin:.5rem 0;font-variant-numeric:tabular-nums;font-size:.92rem}
        caption{text-align:left;font-weight:600;padding:.3rem 0;overflow-wrap:normal}
        th,td{padding:.25rem .6rem;border-bottom:1px solid var(--rule);text-align:left;vertical-align:baseline;overflow-wrap:normal}
        thead th,thead td{border-bottom:2px solid var(--muted);vertical-align:bottom}
        th{font-weight:500}
        thead th,th[scope=rowgroup]{font-weight:600}
        th[scope=rowgroup]{background:var(--soft)}
        th[scope=row]{min-width:7em;max-width:16em}
        .n{text-align:right;white-space:nowrap}
        .t{min-width:6.6em;max-width:30em}
        .g a{display:inline-block;min-width:4.2em}
        .w{white-space:nowrap}
        .d1{padding-left:1.6rem}.d2{padding-left:2.6rem}.d3{padding-left:3.6rem}.d4{padding-left:4.6rem}.d5{padding-left:5.6rem}
        .s{color:var(--muted);font-size:.85em}
        .good{background:var(--good);color:var(--good-text)}
        .bad{background:var(--bad);color:var(--bad-text)}
        .even{background:var(--soft)}
        .good .s,.bad .s,.good a,.bad a{color:inherit}
        figure{margin:.8rem 0}
        svg{display:block;max-width:100%;height:auto}
        td svg{display:inline-block;vertical-align:middle;margin-right:.5rem;max-width:none}
        .side{display:flex;flex-wrap:wrap;gap:0 3rem}
        .side>div{max-width:100%;min-width:0}
        .many{display:grid;grid-template-columns:repeat(auto-fill,minmax(9.5rem,1fr));gap:.8rem 1rem;padding:0;list-style:none}
        .many h4{margin:0;font-size:.85rem;font-weight:500;line-height:1.3}
        .axis{stroke:var(--rule);stroke-width:1}
        .zero{stroke:var(--muted);stroke-width:1}
        svg text{fill:var(--muted);font-size:13px}
        svg .value{fill:var(--text)}
        .now{fill:var(--now)}
        .part{fill:var(--page);stroke:var(--now);stroke-width:1.5;stroke-dasharray:3 2}
        .before{fill:none;stroke:var(--before);stroke-width:1.5}
        .due{stroke:var(--due);stroke-width:2.5;stroke-dasharray:5 3;fill:none}
        .track{fill:none;stroke:var(--before);stroke-width:1}
        .mark{stroke:var(--due);stroke-width:2.5}
        .more{fill:var(--text)}
        .why ul{list-style:none;padding-left:1.1rem;border-left:1px solid var(--rule)}
        .why>ul{padding:0;border:0}
        .why>ul>li{margin:.7rem 0;break-inside:avoid}
        .why li{overflow-wrap:anywhere}
        code,pre{font-family:ui-monospace,"Noto Sans Mono CJK SC","Sarasa Mono SC",monospace;font-size:.85em}
        code{background:var(--soft);padding:.05rem .3rem;white-space:pre-wrap}
        pre{background:var(--soft);padding:.6rem;overflow-x:auto;line-height:1.35}
        summary{cursor:pointer;color:var(--muted)}
        @media (max-width:40rem){body{padding:.7rem;font-size:.95rem}h1{font-size:1.35rem}th,td{padding:.25rem .4rem}\
        th[scope=row]{min-width:6.5em}}
        @media print{:root{--page:#fff;--text:#000;--muted:#444;--rule:#bbb;--soft:#f3f5f7;--now:#1f5fa8;\
        --before:#76828e;--due:#b3410f;--good:#d7efdc;--good-text:#0f3d1c;--bad:#fbdcd6;--bad-text:#5f1408}
        @page{size:A4;margin:16mm 14mm}
        body{max-width:none;padding:0;font-size:10pt;-webkit-print-color-adjust:exact}
        a{text-decoration:none}
        .skip,.why,details{display:none}
        .scroll{overflow:visible}
        table{font-size:8.5pt}
        th,td{padding:.12rem .35rem}
        thead{display:table-header-group}
        tr,figure,.many li,pre{break-inside:avoid}
        figure.units{break-inside:auto}
        h2,h3,caption{break-after:avoid}
        .many{grid-template-columns:repeat(4,1fr)}
        pre{white-space:pre-wrap}}
        """
}
