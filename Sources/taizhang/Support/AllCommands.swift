/// Every command, in the order in which help lists them.
let allCommands: [CommandSpec] = [
    checkCommand,
    reportCommand,
    progressCommand,
    balanceCommand,
    itemsCommand,
    claimsCommand,
    valueCommand,
    explainCommand,
    missingCommand,
    revisionsCommand,
    listCommand,
    statsCommand,
    declareCommand,
    helpCommand,
    versionCommand,
]
