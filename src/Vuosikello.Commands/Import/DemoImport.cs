using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Vuosikello.Events;

namespace Vuosikello.Commands.Import;

/// <summary>Where the demo's import files (<c>*.partnership.json</c>, then <c>*.standings.json</c>, then <c>*.story.json</c>) are.</summary>
public sealed record DemoFiles(string Folder);

/// <summary>
/// Imports the demo's partnerships, with who holds which role in them, into a log that has nothing else: at the first start, and again at later ones, which
/// finishes what a crash left undone and changes nothing otherwise. A log that began otherwise is left alone.
/// </summary>
public sealed partial class DemoImport(IServiceScopeFactory scopes, IEventStore store, IStoreCondition condition, DemoFiles files, ILogger<DemoImport> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!await IsOurs(cancellationToken)) return;
        await using var scope = scopes.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        await Import("*.partnership.json", json => new ImportPartnership(json, SystemMember.Id));
        // before the story: everybody in it has the rights that the pipeline finds them to have
        await Import("*.standings.json", json => new ImportStandings(json));
        await Import("*.story.json", json => new ImportStory(json));

        async Task Import(string pattern, Func<byte[], IRequest<ImportReport>> request)
        {
            foreach (string file in Directory.EnumerateFiles(files.Folder, pattern).Order(StringComparer.Ordinal))
            {
                var report = await mediator.Send(request(await File.ReadAllBytesAsync(file, cancellationToken)), cancellationToken);
                Imported(Path.GetFileName(file), report.Changed, report.Unchanged);
                foreach (var row in report.Rejected) Rejected(Path.GetFileName(file), row);
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>True when the log is empty or began with this import.</summary>
    private async Task<bool> IsOurs(CancellationToken ct)
    {
        while (true)
        {
            await condition.Until(canWrite: true, ct);
            try
            {
                await foreach (var first in store.ReadAll(Position.Start, ct))
                    return EventSerializer.Deserialize(first).Stamp.By == SystemMember.Id;
                return true;
            }
            catch (StoreUnavailableException away) when (away.IsTransient && !condition.CanWrite)
            {
                Waits(away.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The demo's data waits, and the server with it, until the store answers: {Reason}")]
    private partial void Waits(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Demo data {File}: {Changed} changes, {Unchanged} had been there")]
    private partial void Imported(string file, int changed, int unchanged);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Demo data {File}: not imported: {Row}")]
    private partial void Rejected(string file, RejectedRow row);
}

/// <summary>How the demo's data comes into the house.</summary>
public static class DemoImportRegistration
{
    /// <summary>Imports the demo's partnerships from a folder when the server starts. For Development only.</summary>
    public static IServiceCollection AddDemoImport(this IServiceCollection services, string folder)
    {
        services.AddSingleton(new DemoFiles(folder));
        return services.AddHostedService<DemoImport>();
    }
}
