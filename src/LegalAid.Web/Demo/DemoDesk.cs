using LegalAid.Store;
using LegalAid.Store.Offices;
using LegalAid.Web.Access;

namespace LegalAid.Web.Demo;

/// <summary>Runs the program's use cases as the officers of one office of the demo.</summary>
internal sealed class DemoDesk(IServiceProvider services, IReadOnlyDictionary<string, Officer> officers)
{
    public Task<T> ReadAsync<T>(Func<AidDb, Task<T>> ask) => ActAsync(officers[Roles.Clerk], ask);

    public Task<T> ActAsync<TUseCase, T>(string role, Func<TUseCase, Task<T>> act)
        where TUseCase : notnull =>
        ActAsync(officers[role], act);

    /// <summary>Acts as the administrator of this institution, whichever it is.</summary>
    public Task<T> ActForAsync<TUseCase, T>(Guid institutionId, Func<TUseCase, Task<T>> act)
        where TUseCase : notnull
    {
        var own = officers[Roles.FirmAdministrator];
        return ActAsync(new Officer { Id = own.Id, OfficeId = own.OfficeId, DisplayName = own.DisplayName, Role = own.Role, InstitutionId = institutionId }, act);
    }

    /// <summary>Acts as this member, who signs in with the practitioner's account.</summary>
    public Task<T> ActAsMemberAsync<TUseCase, T>(Guid membershipId, Func<TUseCase, Task<T>> act)
        where TUseCase : notnull
    {
        var own = officers[Roles.Practitioner];
        return ActAsync(new Officer { Id = own.Id, OfficeId = own.OfficeId, DisplayName = own.DisplayName, Role = own.Role, MembershipId = membershipId }, act);
    }

    private async Task<T> ActAsync<TUseCase, T>(Officer officer, Func<TUseCase, Task<T>> act)
        where TUseCase : notnull
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOfficer>().Become(officer);
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }
}
