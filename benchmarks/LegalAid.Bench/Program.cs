using System.Globalization;
using LegalAid.Bench;

// Assignments per second: the program's use case with 16 clients, beside pgbench doing the same reads and writes in SQL on the same server.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
await using var pool = await Pool.MakeAsync(args[0]);
var program = await ProgramSide.RunAsync(pool);
var sql = await SqlSide.RunAsync(pool);
Console.WriteLine($"assignments, 16 clients, {pool.People} people in {pool.Institutions} firms, one queue: program {program:0}/s; pgbench {sql:0}/s; ratio {program / sql:0.000}");
