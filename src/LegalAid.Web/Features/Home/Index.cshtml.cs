using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LegalAid.Web.Features.Home;

/// <summary>待办: what needs this officer now, by urgency, and why.</summary>
public sealed class IndexModel : PageModel
{
}
