import Diagnostics
import Tally

/// Until the checks are there. Remove it with their arrival: it would hide them.
func runChecks(_ tally: Tally, threads: Int) -> [Diagnostic] { [] }
