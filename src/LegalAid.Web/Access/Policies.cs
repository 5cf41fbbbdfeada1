using LegalAid.Web.Api;
using Microsoft.AspNetCore.Authorization;

namespace LegalAid.Web.Access;

/// <summary>Who may open what. Pages name a policy, never a role; without one they need a signed-in officer (fallback).</summary>
public static class Policies
{
    /// <summary>The centre's clerks: prepares and records.</summary>
    public const string Clerk = nameof(Clerk);

    /// <summary>The centre's head: decides.</summary>
    public const string Director = nameof(Director);

    /// <summary>Whoever decides in the own right: the centre's head, and the bureau what is reported to it (BB-5).</summary>
    public const string Deciders = nameof(Deciders);

    /// <summary>Whoever decides a proposal or takes an assignment back, those who act in the head's stead among them.</summary>
    public const string Deciding = nameof(Deciding);

    /// <summary>Clerk or director.</summary>
    public const string Centre = nameof(Centre);

    /// <summary>Clerk, director, or the section and bureau that supervise them: reads everything of the office.</summary>
    public const string Office = nameof(Office);

    /// <summary>Takes applications in: the centre, and its stations for it.</summary>
    public const string Intake = nameof(Intake);

    /// <summary>Keeps the office's stations.</summary>
    public const string Stations = nameof(Stations);

    /// <summary>Reads the cases given to them for review.</summary>
    public const string Reviewer = nameof(Reviewer);

    /// <summary>A person aided, looking at the own cases.</summary>
    public const string Recipient = nameof(Recipient);

    /// <summary>Applies for the pool: somebody from outside, or a member for another list.</summary>
    public const string Applying = nameof(Applying);

    /// <summary>Reads what the centre calls people for, signed in: who may apply, and the institutions that recommend them.</summary>
    public const string Joining = nameof(Joining);

    /// <summary>Reads papers and print of an application: the applicant, the own institution, the centre.</summary>
    public const string ApplicationPapers = nameof(ApplicationPapers);

    /// <summary>Whoever reads what was issued in a case: all who have cases to look at but the stations.</summary>
    public const string Papers = nameof(Papers);

    /// <summary>Whoever has cases to look at: centre, section and bureau, and institutions, practitioners and stations their own.</summary>
    public const string CaseWork = nameof(CaseWork);

    /// <summary>Whoever has to reach the people of a case: the centre, and institutions and practitioners those they help. The bureau supervises.</summary>
    public const string Contact = nameof(Contact);

    /// <summary>Whom assignments go to: institutions, and practitioners where the turn goes to persons.</summary>
    public const string Receivers = nameof(Receivers);

    /// <summary>A practitioner, each for themselves: the own standing, bids for posted cases, trainings and exams.</summary>
    public const string Practitioner = nameof(Practitioner);

    /// <summary>Comes to trainings: a practitioner, and cadres of a station invited along (TL-4.2a).</summary>
    public const string Trainees = nameof(Trainees);

    /// <summary>Administrator of a firm or basic-level office.</summary>
    public const string Firm = nameof(Firm);

    /// <summary>Sees the office's accounts: whoever gives them out, and whoever guards the way in.</summary>
    public const string SeesAccounts = nameof(SeesAccounts);

    /// <summary>Guards the way in: confirms roles, locks and unlocks, sees sign-ins that failed.</summary>
    public const string Security = nameof(Security);

    /// <summary>Keeps the office's accounts. Whoever does so sees no case: keeping accounts, handling cases and auditing stay apart.</summary>
    public const string Accounts = nameof(Accounts);

    /// <summary>
    /// Keeps what the office's papers say of it. The system administrator, not the director: it is a setting of the whole office and decides no case,
    /// and on a new deployment the administrator's is the first account, so papers are right before the first case.
    /// </summary>
    public const string Particulars = nameof(Particulars);

    /// <summary>Whoever may read the journal.</summary>
    public const string Journal = nameof(Journal);

    /// <summary>Whoever notes the roots of the chain outside the deployment: they speak of every office's rows together and tell of none.</summary>
    public const string Roots = nameof(Roots);

    /// <summary>Another program with a key; no officer is.</summary>
    public const string ApiClient = nameof(ApiClient);

    public static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Clerk, policy => policy.RequireRole(Roles.Clerk));
        options.AddPolicy(Director, policy => policy.RequireRole(Roles.Director));
        options.AddPolicy(Deciders, policy => policy.RequireRole(Roles.Director, Roles.Bureau));
        options.AddPolicy(Deciding, policy => policy.RequireRole(Roles.Clerk, Roles.Director, Roles.Bureau));
        options.AddPolicy(Centre, policy => policy.RequireRole(Roles.Clerk, Roles.Director));
        options.AddPolicy(Office, policy => policy.RequireRole(Roles.Clerk, Roles.Director, Roles.Section, Roles.Bureau));
        options.AddPolicy(CaseWork, policy => policy.RequireRole(Roles.Clerk, Roles.Director, Roles.Section, Roles.Bureau, Roles.FirmAdministrator, Roles.Practitioner, Roles.Station));
        options.AddPolicy(Papers, policy => policy.RequireRole(Roles.Clerk, Roles.Director, Roles.Section, Roles.Bureau, Roles.FirmAdministrator, Roles.Practitioner));
        options.AddPolicy(Intake, policy => policy.RequireRole(Roles.Clerk, Roles.Director, Roles.Station));
        options.AddPolicy(Stations, policy => policy.RequireRole(Roles.Director, Roles.Administrator));
        options.AddPolicy(Reviewer, policy => policy.RequireRole(Roles.Reviewer));
        options.AddPolicy(Recipient, policy => policy.RequireRole(Roles.Recipient));
        options.AddPolicy(Applying, policy => policy.RequireRole(Roles.Applicant, Roles.Practitioner));
        options.AddPolicy(Joining, policy => policy.RequireRole(Roles.Applicant, Roles.Practitioner, Roles.FirmAdministrator));
        options.AddPolicy(ApplicationPapers, policy => policy.RequireRole(Roles.Applicant, Roles.Practitioner, Roles.FirmAdministrator, Roles.Clerk, Roles.Director));
        options.AddPolicy(Contact, policy => policy.RequireRole(Roles.Clerk, Roles.Director, Roles.FirmAdministrator, Roles.Practitioner));
        options.AddPolicy(Receivers, policy => policy.RequireRole(Roles.FirmAdministrator, Roles.Practitioner));
        options.AddPolicy(Practitioner, policy => policy.RequireRole(Roles.Practitioner));
        options.AddPolicy(Trainees, policy => policy.RequireRole(Roles.Practitioner, Roles.Station));
        options.AddPolicy(Firm, policy => policy.RequireRole(Roles.FirmAdministrator));
        options.AddPolicy(Accounts, policy => policy.RequireRole(Roles.Administrator));
        options.AddPolicy(SeesAccounts, policy => policy.RequireRole(Roles.Administrator, Roles.Security));
        options.AddPolicy(Security, policy => policy.RequireRole(Roles.Security));
        options.AddPolicy(Particulars, policy => policy.RequireRole(Roles.Administrator));
        options.AddPolicy(Journal, policy => policy.RequireRole(Roles.Clerk, Roles.Director, Roles.Section, Roles.Bureau, Roles.Auditor));
        options.AddPolicy(Roots, policy => policy.RequireRole(Roles.Administrator, Roles.Auditor));
        options.AddPolicy(ApiClient, policy => policy.RequireClaim(ApiClients.KeyClaim));
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
    }
}
