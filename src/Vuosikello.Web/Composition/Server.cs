namespace Vuosikello.Web.Composition;

/// <summary>The verb <c>serve</c>: builds the application, starts it, and waits until it is stopped.</summary>
public static class Server
{
    public static async Task<int> Run(string[] settings, CancellationToken ct)
    {
        try
        {
            var builder = WebApplication.CreateBuilder(settings);
            builder.AddVuosikello();
            await using var app = builder.Build();
            app.MapVuosikello();
            await Start(app, ct);
            await app.WaitForShutdownAsync(ct);
            return StartFailure.None;
        }
        catch (Exception failure) when (StartFailure.TryExplain(failure, out var message, out int code))
        {
            await Console.Error.WriteLineAsync(message);
            return code;
        }
    }

    private static async Task Start(WebApplication app, CancellationToken ct)
    {
        try
        {
            await app.StartAsync(ct);
        }
        catch
        {
            // What has started already then ends as at any stop, instead of taking its end for a failure of its own.
            app.Lifetime.StopApplication();
            throw;
        }
    }
}
