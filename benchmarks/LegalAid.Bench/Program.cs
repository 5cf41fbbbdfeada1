using System.Globalization;
using LegalAid.Bench;

// Each figure of the program beside a limit measured in the same run: pgbench, COPY, a static file, bare commits.
// Arguments: an empty folder; then, if the demo is to be counted, its database folder and the seconds it took.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is [_, var demo, var took])
{
    var (acts, cases, lines) = await DemoSide.RunAsync(demo);
    var seconds = double.Parse(took, CultureInfo.InvariantCulture);
    Console.WriteLine($"demo year: {cases} cases, {acts} acts in {seconds:0.0} s = {acts / seconds:0}/s; journal lines committed one by one {lines:0}/s; ratio {acts / seconds / lines:0.000}");
}

await using var pool = await Pool.MakeAsync(args[0]);
var (program, sql) = (await ProgramSide.RunAsync(pool), await SqlSide.RunAsync(pool));
Console.WriteLine($"assignments, 16 clients, {pool.People} people in {pool.Institutions} firms, one queue: program {program:0}/s; pgbench {sql:0}/s; ratio {program / sql:0.000}");

foreach (var more in new[] { 0, 5 })
{
    var (with, without) = await EvidenceSide.RunAsync(pool, more);
    Console.WriteLine($"assignments with journal and decision record, each commit {more} ms later: {with:0}/s; without them {without:0}/s; ratio {with / without:0.000}");
}

var (decisions, recomputing, reading) = await DecisionsSide.RunAsync(pool);
Console.WriteLine($"{decisions} decisions of {pool.People} people: recomputed in {recomputing:0.0} s, a million in {recomputing / decisions * 1e6 / 3600:0.0} h; read by COPY in {reading:0.00} s; ratio {reading / recomputing:0.000}");

var (import, copy) = await ImportSide.RunAsync(pool);
Console.WriteLine($"import of {Crowd.People} people in {Crowd.Files} workbooks: {import:0.0} s; COPY of their rows {copy:0.0} s; ratio {copy / import:0.000}");

var (vetting, rows, judged) = await VettingSide.RunAsync(pool);
Console.WriteLine($"vetting of {VettingSide.Applications} applications: {vetting:0.00} s, {judged} criteria judged; COPY of their rows {rows:0.00} s; ratio {rows / vetting:0.000}");

var pages = await PagesSide.SignInAsync(await pool.ServeAsync());
var still = await pages.GetAsync("/css/parts.css");
Tell("static file", still);
Tell($"list of {Crowd.People} people", await pages.GetAsync("/registry/people"));
Tell($"search among {Crowd.People} people", await pages.SearchAsync("/registry/people", Crowd.SearchedFor));
Tell($"search for people, firms and cases", await pages.SearchAsync("/search", Crowd.SearchedFor));
var key = await ServiceSide.KeyAsync(pool);
foreach (var candidates in new[] { 60, 3000 })
{
    var (service, alone) = await ServiceSide.RunAsync(pages, key, candidates);
    Console.WriteLine($"decisions by POST with {candidates} candidates, 16 connections: {service.PerSecond:0.0}/s, p99 {service.SlowestHundredthMs:0} ms; reading and writing the facts alone in one thread {alone:0.0}/s; ratio {service.PerSecond / alone:0.000}");
}

await pool.StopServingAsync();

var (bare, journalled) = (await WriteSide.RunAsync(pool, journalled: false), await WriteSide.RunAsync(pool, journalled: true));
Console.WriteLine($"small writes, 16 clients: journalled {journalled:0}/s; not journalled {bare:0}/s; ratio {journalled / bare:0.000}");

var (seal, verify, read) = await ChainSide.RunAsync(pool);
Console.WriteLine($"a million journal lines: sealed in {seal:0.0} s, verified in {verify:0.0} s; read by COPY in {read:0.0} s; ratios {read / seal:0.000} and {read / verify:0.000}");

void Tell(string what, Load load) =>
    Console.WriteLine($"{what}, 16 connections: {load.PerSecond:0.0}/s, p99 {load.SlowestHundredthMs:0} ms; against the static file {load.PerSecond / still.PerSecond:0.0000}, p99 {load.SlowestHundredthMs / still.SlowestHundredthMs:0.0} times");
