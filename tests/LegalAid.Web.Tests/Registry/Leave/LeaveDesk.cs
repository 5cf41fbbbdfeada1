using LegalAid.Rules.Registry;
using LegalAid.Store.Registry;
using LegalAid.Web.Access;
using LegalAid.Web.Tests.App;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Tests.Registry.Leave;

/// <summary>What a member and a clerk do about leave.</summary>
internal static class LeaveDesk
{
    public const string Mine = "/registry/mine/leave";

    public static (string Field, string Value)[] Wish(string first, string last) => [("Form.Kind", "Personal"), ("Form.FirstDay", first), ("Form.LastDay", last), ("Form.Reason", "陪同家人就医")];

    public static Task<Visitor> MemberAsync(this TestApp app, Membership member) => app.AsAsync(Roles.Practitioner, app.OfficeId, membershipId: member.Id);

    /// <summary>Asked for, and the request as it stands.</summary>
    public static async Task<LeaveRequest> AskedAsync(this TestApp app, Membership member, string first, string last)
    {
        var answer = await (await app.MemberAsync(member)).SubmitAsync(Mine, Wish(first, last));
        return answer.Location == Mine ? await app.LeaveAsync(member) : throw new InvalidOperationException(answer.Text);
    }

    /// <summary>The member's latest request.</summary>
    public static Task<LeaveRequest> LeaveAsync(this TestApp app, Membership member) =>
        app.InDbAsync(db => db.LeaveRequests.AsNoTracking().Where(r => r.MembershipId == member.Id).OrderByDescending(r => r.Id).FirstAsync());

    public static async Task<WebPage> AnswerAsync(this TestApp app, LeaveRequest request, bool agrees, string note = "") =>
        await (await app.AsAsync(Roles.Clerk)).SubmitAsync($"/registry/leaves/{request.Id}", ("Form.Agrees", agrees ? "true" : "false"), ("Form.Note", note));

    /// <summary>A post past the page, as a form opened long ago would send it.</summary>
    public static async Task<WebPage> PostedAsync(this Visitor visitor, string url, params (string Field, string Value)[] fields) =>
        await visitor.PostAsync(url, [await visitor.TokenAsync(), ("__key", Guid.CreateVersion7().ToString()), .. fields]);

    /// <summary>An absence as the records hold it.</summary>
    public static Task<int> AwayAsync(this TestApp app, Membership member, AbsenceKind kind, DateOnly first, DateOnly? last, bool voided = false) => app.InDbAsync(db =>
    {
        db.Add(new Absence
        {
            Id = Guid.CreateVersion7(),
            OfficeId = app.OfficeId,
            MembershipId = member.Id,
            Kind = kind,
            FirstDay = first,
            LastDay = last,
            Reason = "试验",
            VoidedAtUtc = voided ? app.Clock.UtcNow : null,
            VoidedReason = voided ? "误登" : null,
        });
        return db.SaveChangesAsync();
    });
}
