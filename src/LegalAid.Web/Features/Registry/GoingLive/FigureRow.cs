using LegalAid.Rules.Registry;
using LegalAid.Store;
using LegalAid.Store.Database;
using LegalAid.Web.Parts.Exports;
using Microsoft.EntityFrameworkCore;

namespace LegalAid.Web.Features.Registry.GoingLive;

/// <summary>A figure taken over from a file, as its list shows it.</summary>
public sealed record FigureRow(Guid MembershipId, string Name, string Licence, BroughtForwardKind Kind, long Amount, DateOnly AsOf, bool IsReplaced, bool Replaces, string Who)
{
    public static IReadOnlyList<ExportColumn<FigureRow>> Columns { get; } =
    [
        new("姓名", row => row.Name),
        new("执业证号", row => row.Licence, 22),
        new("项目", row => BroughtForwardFigures.NameOf(row.Kind), 18),
        new("数", row => BroughtForwardFigures.Shown(row.Kind, row.Amount)),
        new("截至", row => row.AsOf),
        new("情况", row => row.State, 24),
        new("采用人", row => row.Who),
    ];

    public string State => IsReplaced ? "已由后来的数替代" : Replaces ? "替代先前的数" : "现行";

    public static IQueryable<FigureRow> Of(AidDb db, Guid uploadId) =>
        from figure in db.BroughtForwards.AsNoTracking()
        join member in db.Memberships on figure.MembershipId equals member.Id
        where figure.UploadId == uploadId
        orderby EF.Property<string>(member, ShownNames.Column), member.Id, figure.Kind, figure.Id
        select new FigureRow(
            member.Id, member.RosterName ?? member.Person.Name, member.LicenceNumber, figure.Kind, figure.Amount, figure.AsOf,
            db.BroughtForwards.Any(later => later.ReplacesId == figure.Id), figure.ReplacesId != null,
            db.Users.Where(o => o.Id == figure.RecordedById).Select(o => o.DisplayName).FirstOrDefault() ?? "");
}
