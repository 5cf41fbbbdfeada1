using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace LegalAid.Web.Parts;

/// <summary>For a page with several forms: judges only the one that was sent.</summary>
public static class ModelStates
{
    public static void ForgetAllBut(this ModelStateDictionary state, string form)
    {
        foreach (var key in state.Keys.Where(key => key != form && !key.StartsWith(form + ".", StringComparison.Ordinal)).ToList())
        {
            state.Remove(key);
        }
    }
}
