using System.Text.Json;
using LegalAid.Store;
using LegalAid.Store.Journal;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Accounts;

/// <summary>登录安全: roles that wait to be confirmed, accounts locked now, sign-ins that failed.</summary>
[Authorize(Policy = Policies.Security)]
public sealed class SecurityModel(AidDb db, CurrentOfficer officer, OfficeClock clock) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<RoleRequestRow> Requests { get; private set; } = [];

    public IReadOnlyList<LockedRow> Locked { get; private set; } = [];

    public IReadOnlyList<FailureRow> Failures { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        Requests = await RoleRequestRow.Of(db, db.RoleRequests.Where(r => r.Status == RoleRequestStatus.Waiting)).ToListAsync(ct);
        Locked = await db.Users.AsNoTracking().Where(u => u.OfficeId == officer.OfficeId && u.LockoutEnd > now && u.LockoutEnd != DateTimeOffset.MaxValue)
            .OrderBy(u => u.UserName).Select(u => new LockedRow(u.Id, u.UserName!, u.LockoutEnd!.Value)).ToListAsync(ct);
        var failed = db.Journal.AsNoTracking().Where(line => line.Act == Act.SignInFailed);
        Total = await failed.CountAsync(ct);
        var lines = await failed.OrderByDescending(line => line.AtUtc).ThenBy(line => line.Id).Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize)
            .Select(line => new { line.SubjectId, line.AtUtc, line.Details, Name = db.Users.Where(u => u.Id == line.SubjectId).Select(u => u.UserName).FirstOrDefault() }).ToListAsync(ct);
        Failures = [.. lines.Select(line => new FailureRow(line.SubjectId, line.Name ?? "—", line.AtUtc, Cause(line.Details), line.SubjectId != officer.Id))];
    }

    private static string Cause(string? details) => details is null ? "—" : JsonDocument.Parse(details).RootElement.GetProperty("cause").GetString() switch
    {
        "password" => "口令不对",
        "locked" => "账户已锁定或者已停用",
        "code" => "动态验证码不对",
        var other => other ?? "—",
    };

    /// <summary>An account after too many wrong passwords.</summary>
    public sealed record LockedRow(Guid Id, string UserName, DateTimeOffset Until);

    /// <summary>One sign-in that failed.</summary>
    public sealed record FailureRow(Guid AccountId, string UserName, DateTime AtUtc, string Cause, bool Opens);
}
