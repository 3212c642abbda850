/// Every command, in the order in which help lists them.
let allCommands: [CommandSpec] = [
    checkCommand,
    reportCommand,
    progressCommand,
    balanceCommand,
    claimsCommand,
    valueCommand,
    explainCommand,
    revisionsCommand,
    listCommand,
    statsCommand,
    declareCommand,
    helpCommand,
    versionCommand,
]
