using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using NodaTime;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Web.Tests.Rounds;

/// <summary>Somebody who takes part in comment rounds of KUUMA-seutu, with a browser without JavaScript.</summary>
internal sealed partial class RoundVisitor(Visitor visitor)
{
    public const string EditorOfKerava = "0c5a3f10-7a51-4d0b-8a61-000000000017";
    public const string SignatoryOfKerava = "0c5a3f10-7a51-4d0b-8a61-000000000011";
    public const string Reader = "0c5a3f10-7a51-4d0b-8a61-000000000012";

    private static readonly DateTimeZone Helsinki = DateTimeZoneProviders.Tzdb[Zones.Helsinki];

    public static async Task<RoundVisitor> In(Site site, string member, string language = "fi") => new(await site.Visit(member, language));

    public Task<Answer> Get(string address) => visitor.Get(address);

    /// <summary>Plans a round on a year that asks Tuusula and Kerava, and tells its address.</summary>
    public Task<string> Plan(string title, int year, Instant opens, Instant closes) =>
        Plan(title, [("year", year.ToString(CultureInfo.InvariantCulture))], opens, closes);

    /// <summary>Plans one on what the form's fields choose.</summary>
    public async Task<string> Plan(string title, (string Name, string Value)[] subject, Instant opens, Instant closes)
    {
        var planned = await Post("/kuuma-seutu/rounds/new", "/kuuma-seutu/rounds/new",
            [("title.fi", title), .. subject, ("invited", "tuusula"), ("invited", "kerava"), .. Moment("opens", opens), .. Moment("closes", closes), ("remindBefore", "7")]);
        Assert.True(planned.Status == HttpStatusCode.SeeOther, planned.Text);
        return planned.Location!.ToString();
    }

    /// <summary>Does what a button of the page does, with the version that the page shows.</summary>
    public Task<Answer> Post(string address, params (string Name, string Value)[] fields) => Post(address, address, fields);

    public async Task<Answer> Post(string page, string address, (string Name, string Value)[] fields)
    {
        string html = (await visitor.Get(page)).Html;
        var form = new List<(string Name, string Value)> { ("__RequestVerificationToken", Token().Match(html).Groups["value"].Value) };
        if (Version().Match(html) is { Success: true } version && fields.All(f => f.Name != "version")) form.Add(("version", version.Groups["value"].Value));
        form.AddRange(fields);
        return await visitor.Post(address, form.GroupBy(f => f.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(f => f.Value).ToArray(), StringComparer.Ordinal));
    }

    /// <summary>The addresses of the clauses in a statement's list.</summary>
    public async Task<string[]> Clauses(string round) =>
        [.. Clause().Matches((await visitor.Get($"{round}/statement")).Html).Select(m => m.Value).Distinct(StringComparer.Ordinal)];

    public Task<Answer> Save(string clause, string stance, string text) => Post(clause, ("stance", stance), ("text", text), ("lang", "fi"), ("do", "list"));

    public static (string Name, string Value)[] Moment(string name, Instant moment)
    {
        var local = moment.InZone(Helsinki).LocalDateTime;
        return [($"{name}.date", local.Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)), ($"{name}.time", local.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture))];
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Token();

    [GeneratedRegex("name=\"version\" value=\"(?<value>[0-9]+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Version();

    [GeneratedRegex("/kuuma-seutu/rounds/[a-z0-9-]+/statement\\?clause=[0-9a-f-]{36}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Clause();
}
