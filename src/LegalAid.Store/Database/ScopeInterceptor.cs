using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LegalAid.Store.Database;

/// <summary>Tells PostgreSQL whose rows this connection may see, each time one is opened.</summary>
internal sealed class ScopeInterceptor : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection, eventData);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Command(connection, eventData);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DbCommand Command(DbConnection connection, ConnectionEndEventData eventData)
    {
        var command = connection.CreateCommand();
        command.CommandText = "select set_config('app.offices', @offices, false)";
        var offices = command.CreateParameter();
        offices.ParameterName = "offices";
        offices.Value = (eventData.Context as AidDb)?.Scope.Setting ?? string.Empty;
        command.Parameters.Add(offices);
        return command;
    }
}
