using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Vuosikello.Calendars.TestKit;

/// <summary>Calendars over HTTP from memory, for programs that subscribe.</summary>
internal sealed class ServedCalendars : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentDictionary<string, byte[]> _calendars = new(StringComparer.Ordinal);
    private readonly Task _serving;

    public ServedCalendars(IEnumerable<byte[]> calendars)
    {
        string address = $"http://127.0.0.1:{FreePort()}/";
        Addresses = [.. calendars.Select((calendar, n) =>
        {
            _calendars[$"/{n}.ics"] = calendar;
            return new Uri($"{address}{n}.ics");
        })];
        _listener.Prefixes.Add(address);
        _listener.Start();
        _serving = Serve();
    }

    public Uri[] Addresses { get; }

    public void Dispose()
    {
        _listener.Stop();
        _serving.Wait();
        _listener.Close();
    }

    private async Task Serve()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            using var response = context.Response;
            if (!_calendars.TryGetValue(context.Request.Url!.AbsolutePath, out byte[]? calendar))
            {
                response.StatusCode = (int)HttpStatusCode.NotFound;
                continue;
            }
            response.ContentType = "text/calendar; charset=utf-8";
            response.ContentLength64 = calendar.Length;
            await response.OutputStream.WriteAsync(calendar);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
