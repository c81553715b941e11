using Vuosikello.Projections;
using Vuosikello.Projections.Verification;

namespace Vuosikello.Web.Composition;

/// <summary>The verb <c>rebuild</c>: makes the views anew from the log, or compares the kept ones with such a rebuild. The server must be stopped.</summary>
public static class Rebuild
{
    /// <summary>The kept views differ from what the log says (EX_SOFTWARE).</summary>
    public const int Differs = 70;

    public static async Task<int> Run(string? dataFolder, bool verify, CancellationToken ct)
    {
        var folder = FolderFrom(dataFolder);
        if (!Directory.Exists(folder.Path)) return await Say(StartFailure.CannotCreate, $"There is no folder {folder.Path}. Name the server's data folder with --data-folder.");
        try
        {
            if (!verify) ViewsVerification.DiscardSnapshot(folder.Path);
            using var host = Build(folder);
            await host.StartAsync(ct);
            try
            {
                return await (verify ? Compare(host.Services, ct) : CatchUp(host.Services, ct));
            }
            finally
            {
                // Also after a failure: what runs then ends as at any stop, instead of taking its end for a failure of its own.
                await host.StopAsync(CancellationToken.None);
            }
        }
        catch (Exception failure) when (StartFailure.TryExplain(failure, out var message, out int code))
        {
            return await Say(code, message);
        }
    }

    /// <summary>The data folder that a verb means: the one named, else the setting's.</summary>
    internal static DataFolder FolderFrom(string? named) => DataFolder.From(Settings(named), Directory.GetCurrentDirectory());

    private static IHost Build(DataFolder folder)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddSystemClock();
        builder.Services.AddEventStore(builder.Configuration, folder);
        builder.Services.AddProjections(folder.Path);
        return builder.Build();
    }

    private static async Task<int> CatchUp(IServiceProvider services, CancellationToken ct)
    {
        var views = services.GetRequiredService<IViews>();
        await views.WaitFor(await services.GetRequiredService<Events.IEventStore>().End(ct), ct);
        Console.WriteLine($"The views are made anew up to position {views.Position}.");
        return StartFailure.None;
    }

    private static async Task<int> Compare(IServiceProvider services, CancellationToken ct)
    {
        var progress = new Progress<long>(events => Console.WriteLine($"{events} events read"));
        var comparison = await services.GetRequiredService<ViewsVerification>().Compare(progress, ct);
        if (comparison.FirstDifference is { } difference)
            return await Say(Differs, $"The views differ from the log at position {comparison.Position}. Run 'vuosikello rebuild' to make them anew. The first difference:\n{difference}");
        Console.WriteLine($"The views equal a rebuild from {comparison.Events} events, up to position {comparison.Position}.");
        return StartFailure.None;
    }

    /// <summary>The settings that a verb goes by: those of the environment.</summary>
    internal static IConfiguration Settings(string? dataFolder)
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables();
        if (dataFolder is not null) settings.AddInMemoryCollection([new("DataFolder", dataFolder)]);
        return settings.Build();
    }

    private static async Task<int> Say(int code, string message)
    {
        await Console.Error.WriteLineAsync(message);
        return code;
    }
}
