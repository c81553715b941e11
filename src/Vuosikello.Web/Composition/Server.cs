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
            var app = builder.Build();
            app.MapVuosikello();
            await app.RunAsync(ct);
            return StartFailure.None;
        }
        catch (Exception failure) when (StartFailure.TryExplain(failure, out var message, out int code))
        {
            await Console.Error.WriteLineAsync(message);
            return code;
        }
    }
}
