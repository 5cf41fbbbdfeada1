using LegalAid.Web.Access;

namespace LegalAid.Web.Tests.Access;

/// <summary>Who may open an address of the program. Anonymous stands beside the roles, not above them; what is for programs opens with a key alone.</summary>
internal sealed record EndpointRow(string Pattern, bool Anonymous, IReadOnlyList<string> Roles, string Method = "GET", bool ForPrograms = false)
{
    /// <summary>The address with an id nobody has.</summary>
    public string Url => "/" + string.Join('/', Pattern.Split('/').Select(part =>
        part.StartsWith('{') ? (part.Contains(":int", StringComparison.Ordinal) ? "404" : Guid.CreateVersion7().ToString()) : part));
}

/// <summary>Every address of the program, written by hand: a new page without a row fails the build.</summary>
internal static class EndpointTable
{
    private static readonly string[] Everybody = [.. Roles.All];
    private static readonly string[] Office = [Roles.Clerk, Roles.Director, Roles.Section, Roles.Bureau];
    private static readonly string[] CaseWork = [.. Office, Roles.FirmAdministrator, Roles.Practitioner, Roles.Station];
    private static readonly string[] Guards = [Roles.Administrator, Roles.Security];
    private static readonly string[] Centre = [Roles.Clerk, Roles.Director];

    public static IReadOnlyList<EndpointRow> Rows { get; } =
    [
        new("signin", Anonymous: true, Everybody),
        new("status/{code:int:range(400,599)}", Anonymous: true, Everybody),
        new("healthz", Anonymous: true, Everybody),
        new("type-size", Anonymous: true, Everybody, Method: "POST"),
        new("", Anonymous: false, Everybody),
        new("account", Anonymous: false, Everybody),
        new("sign-out", Anonymous: false, Everybody),
        new("rules", Anonymous: false, Everybody),
        new("rules/clauses/{id}", Anonymous: false, Everybody),
        new("cases", Anonymous: false, CaseWork),
        new("cases/{id:guid}", Anonymous: false, CaseWork),
        new("assignment/{id:guid}/notice", Anonymous: false, [.. Office, Roles.FirmAdministrator, Roles.Practitioner]),
        new("search", Anonymous: false, CaseWork),
        new("assignment", Anonymous: false, Office),
        new("assignment/queues", Anonymous: false, Office),
        new("assignment/statistics", Anonymous: false, Office),
        new("assignment/{id:guid}", Anonymous: false, Office),
        new("journal", Anonymous: false, [.. Office, Roles.Auditor]),
        new("accounts", Anonymous: false, Guards),
        new("accounts/new", Anonymous: false, [Roles.Administrator]),
        new("accounts/{id:guid}", Anonymous: false, Guards),
        new("accounts/{id:guid}/role", Anonymous: false, [Roles.Administrator]),
        new("accounts/requests/{id:guid}", Anonymous: false, [Roles.Security]),
        new("accounts/security", Anonymous: false, [Roles.Security]),
        new("office", Anonymous: false, [Roles.Administrator]),
        new("keys", Anonymous: false, Guards),
        new("keys/new", Anonymous: false, [Roles.Administrator]),
        new("keys/{id:guid}", Anonymous: false, Guards),
        new("api/v1/openapi.json", Anonymous: true, Everybody),
        new("api/v1/schemas/assignment.json", Anonymous: true, Everybody),
        new("api/v1/schemas/admission.json", Anonymous: true, Everybody),
        new("api/v1/schemas/deadline.json", Anonymous: true, Everybody),
        new("api/v1/decisions/assignment", Anonymous: false, [], Method: "POST", ForPrograms: true),
        new("api/v1/decisions/admission", Anonymous: false, [], Method: "POST", ForPrograms: true),
        new("api/v1/decisions/deadline", Anonymous: false, [], Method: "POST", ForPrograms: true),
        new("api/v1/decisions/{kind}", Anonymous: false, [], Method: "POST", ForPrograms: true),
        new("api/{**rest}", Anonymous: false, [], Method: "POST", ForPrograms: true),
        new("intake/letters", Anonymous: false, Centre),
        new("intake/letters/new", Anonymous: false, Centre),
        new("intake/applications", Anonymous: false, Centre),
        new("intake/applications/new", Anonymous: false, [.. Centre, Roles.Station]),
        new("intake/letters/{id:guid}", Anonymous: false, Centre),
        new("intake/letters/{id:guid}/accused", Anonymous: false, Centre),
        new("intake/letters/{id:guid}/correct", Anonymous: false, Centre),
        new("recusals", Anonymous: false, Office),
        new("recusals/{id:guid}", Anonymous: false, [Roles.Director, Roles.Section, Roles.Bureau]),
        new("cases/{id:guid}/recusal", Anonymous: false, Office),
        new("cases/{id:guid}/receive", Anonymous: false, Centre),
        new("cases/{id:guid}/review", Anonymous: false, [Roles.Director]),
        new("reviews/{id:guid}", Anonymous: false, [Roles.Reviewer]),
        new("cases/parties/{id:guid}/access", Anonymous: false, Centre),
        new("my/open", Anonymous: true, Everybody),
        new("my/{id:guid}", Anonymous: false, [Roles.Recipient]),
        new("stations", Anonymous: false, [Roles.Director, Roles.Administrator]),
        new("stations/new", Anonymous: false, [Roles.Director, Roles.Administrator]),
        new("stations/{id:guid}", Anonymous: false, [Roles.Director, Roles.Administrator]),
        new("cases/{id:guid}/decision", Anonymous: false, Centre),
        new("cases/parties/{id:guid}/reveal", Anonymous: false, [.. Centre, Roles.FirmAdministrator, Roles.Practitioner]),
        new("cases/{id:guid}/correct", Anonymous: false, Centre),
        new("cases/{id:guid}/void", Anonymous: false, Centre),
        new("assignment/{id:guid}/undo", Anonymous: false, Centre),
        new("assignment/cases/{caseId:guid}/propose", Anonymous: false, Centre),
        new("assignment/{id:guid}/reply", Anonymous: false, Centre),
        new("assignment/{id:guid}/discussion", Anonymous: false, Centre),
        new("assignment/{id:guid}/report", Anonymous: false, Office),
        new("registry/people", Anonymous: false, Office),
        new("registry/people/{id:guid}", Anonymous: false, Office),
        new("registry/people/{id:guid}/reveal", Anonymous: false, Centre),
        new("registry/people/{id:guid}/absences/new", Anonymous: false, Centre),
        new("registry/people/{id:guid}/willingness", Anonymous: false, Centre),
        new("registry/people/{id:guid}/correction", Anonymous: false, Centre),
        new("registry/people/{id:guid}/absences/{absenceId:guid}/end", Anonymous: false, Centre),
        new("registry/people/{id:guid}/absences/{absenceId:guid}/void", Anonymous: false, Centre),
        new("registry/people/{id:guid}/departure", Anonymous: false, Centre),
        new("registry/people/{id:guid}/return", Anonymous: false, Centre),
        new("registry/institutions/{id:guid}/close", Anonymous: false, Centre),
        new("registry/institutions/{id:guid}/reopen", Anonymous: false, Centre),
        new("registry/institutions", Anonymous: false, Office),
        new("registry/institutions/{id:guid}", Anonymous: false, Office),
        new("registry/institutions/{id:guid}/district", Anonymous: false, Centre),
        new("registry/import", Anonymous: false, Centre),
        new("registry/import/{id:guid}", Anonymous: false, Centre),
        new("registry/import/history/{id:guid}", Anonymous: false, Centre),
        new("assignment/{id:guid}/approval", Anonymous: false, [Roles.Director, Roles.Bureau]),
        new("assignment/{id:guid}/handler", Anonymous: false, [Roles.FirmAdministrator]),
    ];

    public static EndpointRow Of(string pattern) => Rows.Single(row => row.Pattern == pattern);
}
