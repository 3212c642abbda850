/// Every command, in the order in which help lists them.
let allCommands: [CommandSpec] = [
    checkCommand,
    reportCommand,
    progressCommand,
    balanceCommand,
    bulletinCommand,
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
