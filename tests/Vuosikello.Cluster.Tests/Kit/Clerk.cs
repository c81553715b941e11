using System.Globalization;
using System.Net;

namespace Vuosikello.Cluster.Tests.Kit;

/// <summary>
/// Somebody who writes over HTTP, at whichever server, and sends what was not answered again with the same key until it is. Remembers what was
/// acknowledged, and what was refused for good.
/// </summary>
/// <param name="number">By which its texts are told from those of others.</param>
/// <param name="random">Where its choices come from.</param>
/// <param name="servers">Those that there are now.</param>
/// <param name="shared">Activities that all clerks edit.</param>
internal sealed class Clerk(int number, Random random, Func<IReadOnlyList<Uri>> servers, IReadOnlyList<Guid> shared)
{
    private readonly List<(Guid Id, List<string> Titles)> _own = [];
    private Person _person = null!;
    private int _count;

    public List<string> Acknowledged { get; } = [];
    public List<string> Refused { get; } = [];
    public int Resent { get; private set; }

    /// <summary>What it planned alone, with the titles in the order in which they were acknowledged.</summary>
    public IReadOnlyList<(Guid Id, List<string> Titles)> Own => _own;

    public async Task SignIn(string member) => _person = await Person.SignIn(servers()[0], member);

    /// <param name="go">While it says so; what is under way then is brought to its end.</param>
    /// <param name="acknowledged">Told of each answer.</param>
    public async Task Write(Func<bool> go, Action acknowledged)
    {
        while (go())
        {
            string title = string.Create(CultureInfo.InvariantCulture, $"Kirjaus {number}.{++_count} loppu");
            switch (_own.Count == 0 ? 0 : random.Next(4))
            {
                case 0: await Plan(title); break;
                case 1: await EditShared(title); break;
                default: await EditOwn(title); break;
            }
            acknowledged();
        }
    }

    private async Task Plan(string title)
    {
        var id = NewId();
        using var answer = await Give(HttpMethod.Post, "/api/partnerships/kuuma-seutu/years/2009/activities",
            new { id, title = new { fi = title }, time = new { kind = "days", first = "2009-05-04", last = "2009-05-05" } }, null);
        Assert.True(answer.IsSuccessStatusCode, await Told(answer));
        _own.Add((id, [title]));
        Acknowledged.Add(title);
    }

    private async Task EditOwn(string title)
    {
        var (id, titles) = _own[random.Next(_own.Count)];
        using var answer = await Give(HttpMethod.Patch, $"/api/partnerships/kuuma-seutu/activities/{id}", new { title = new { fi = title } }, titles.Count - 1);
        Assert.True(answer.IsSuccessStatusCode, await Told(answer));
        titles.Add(title);
        Acknowledged.Add(title);
    }

    /// <summary>Others edit the same field: whoever is later is told so.</summary>
    private async Task EditShared(string title)
    {
        var id = shared[random.Next(shared.Count)];
        if (await VersionOf(id) is not { } version) return;
        using var answer = await Give(HttpMethod.Patch, $"/api/partnerships/kuuma-seutu/activities/{id}", new { title = new { fi = title } }, version);
        if (answer.StatusCode == HttpStatusCode.Conflict)
        {
            Refused.Add(title);
            return;
        }
        Assert.True(answer.IsSuccessStatusCode, await Told(answer));
        Acknowledged.Add(title);
    }

    private async Task<long?> VersionOf(Guid id)
    {
        try
        {
            using var answer = await _person.Get(Any(), $"/api/partnerships/kuuma-seutu/activities/{id}");
            return answer.Headers.ETag is { } tag ? long.Parse(tag.Tag.Trim('"'), CultureInfo.InvariantCulture) : null;
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<HttpResponseMessage> Give(HttpMethod method, string path, object body, long? version)
    {
        var key = NewId();
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                var answer = await _person.Send(Any(), method, path, body, key, version);
                if ((int)answer.StatusCode < 500) return answer;
                answer.Dispose();
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException)
            {
                // Whether it was done nobody knows: the same again, to whom there is.
            }
            Resent++;
            await Task.Delay(random.Next(10, 100), TestContext.Current.CancellationToken);
        }
    }

    private Uri Any()
    {
        var all = servers();
        return all[random.Next(all.Count)];
    }

    private static async Task<string> Told(HttpResponseMessage answer) =>
        $"A command was answered with {answer.StatusCode}: {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";

    private Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
