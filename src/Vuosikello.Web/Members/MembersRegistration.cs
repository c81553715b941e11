using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vuosikello.Web.Composition;

namespace Vuosikello.Web.Members;

/// <summary>The database of what belongs to persons.</summary>
public static class MembersRegistration
{
    public static void AddMembers(this IServiceCollection services)
    {
        services.AddDbContextFactory<MembersDb>((s, options) => options.UseSqlite($"Data Source={Path.Combine(s.GetRequiredService<DataFolder>().Path, "members.db")}"));
        services.TryAddSingleton<LastLooks>();
        services.AddHostedService<MembersDbStart>();
    }

    /// <summary>Brings the database to the form of this program before anybody asks for a page.</summary>
    private sealed class MembersDbStart(IDbContextFactory<MembersDb> databases, DataFolder folder) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            Directory.CreateDirectory(folder.Path);
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
