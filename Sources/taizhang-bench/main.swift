let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "generate":
    do {
        print(try GenerateCommand(Array(arguments.dropFirst())).run())
    } catch let error as UsageError {
        fail("\(error.message)\n\(GenerateCommand.usage)", status: 2)
    } catch let error as SinkError {
        fail(error.message, status: 2)
    }
case "run":
    do {
        print(try RunCommand(Array(arguments.dropFirst())).run())
    } catch {
        fail("\(error.message)\n\(RunCommand.usage)", status: 2)
    }
case "latency":
    do {
        print(try LatencyCommand(Array(arguments.dropFirst())).run())
    } catch {
        fail("\(error.message)\n\(LatencyCommand.usage)", status: 2)
    }
case "--help", "-h":
    print("\(GenerateCommand.usage)\n\(RunCommand.usage)\n\(LatencyCommand.usage)")
default:
    fail("a command is needed\n\(GenerateCommand.usage)", status: 2)
}
