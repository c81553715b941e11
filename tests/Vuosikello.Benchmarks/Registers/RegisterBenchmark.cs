using System.Diagnostics;
using System.Globalization;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Partners;

namespace Vuosikello.Benchmarks.Registers;

/// <summary>
/// Searching a register of partners as one types: each beginning of each text is a search of its own, on 4,000 partners as one region has, and on 100,000 as no
/// partnership may have, beside a plain scan of the names that looks past case and diacritics; and the first search after a card changed, which makes the index anew. <c>register</c>
/// </summary>
public sealed class RegisterBenchmark : IBenchmark
{
    private const int Rounds = 40, ScanRounds = 1;

    private static readonly CompareInfo Words = CultureInfo.GetCultureInfo("fi").CompareInfo;

    private static readonly LocalDate Today = new(2026, 11, 22);
    private static readonly string[] Typed = ["hämeen kylä", "hameen kyla", "seura 12", "vapaaehtois", "mäntsälä nuoriso", "ry", "112038", "yhdistysten tilat"];
    private static readonly string[] Places = ["Hämeen", "Mäntsälän", "Järvenpään", "Nurmijärven", "Ylä-Savon", "Pohjois-Karjalan", "Åbolands", "Kanta-Hämeen"];
    private static readonly string[] Works = ["kyläyhdistys", "nuorisoseura", "urheiluseura", "vanhusten tuki", "marttayhdistys", "soittajat", "vapaaehtoiset", "eläkkeensaajat"];

    public string Name => "register";

    public Task Run(Session session, string[] args)
    {
        foreach (int partners in (int[])[4_000, 100_000])
        {
            var register = Of(partners);
            var (waits, scans) = (Waits(Rounds, text => Search(text, register)), Waits(ScanRounds, text => Scan(text, register)));
            double? goal = partners == 4_000 ? 10 : null;
            session.Figures.Within($"a search of {partners:N0} partners as one types, p50", null, Figures.Median(waits), "ms");
            session.Figures.Within($"a search of {partners:N0} partners as one types, p99", goal, Figures.Percentile(waits, 0.99), "ms");
            session.Figures.AtMost($"a search of {partners:N0} partners beside a scan of their names, p99 of both", 1, Figures.Percentile(waits, 0.99), Figures.Percentile(scans, 0.99));
            session.Figures.Within($"the first search of {partners:N0} partners after a card changed, median", null, Figures.Median(AfterChanges(Of(partners))), "ms");
        }
        return Task.CompletedTask;
    }

    /// <summary>Each beginning of each text, once unmeasured and then so many times.</summary>
    private static List<double> Waits(int rounds, Func<string, double> search)
    {
        string[] beginnings = [.. Typed.SelectMany(text => Enumerable.Range(1, text.Length).Select(length => text[..length]))];
        foreach (string text in beginnings) search(text);
        return [.. Enumerable.Range(0, rounds).SelectMany(_ => beginnings.Select(search))];
    }

    private static List<double> AfterChanges(Partnership partnership)
    {
        var waits = new List<double>();
        for (int i = 0; i < 7; i++)
        {
            var card = partnership.Partners[Id(i).Value];
            partnership = partnership with { Partners = partnership.Partners.SetItem(card.Id.Value, card with { WebPage = $"https://example.org/{i}" }) };
            waits.Add(Search("häme", partnership));
        }
        return waits;
    }

    private static double Search(string text, Partnership partnership)
    {
        long start = Stopwatch.GetTimestamp();
        new PartnerSearch(text, [], [], [], false).In(partnership, Today);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>What one would write without an index: every word that was typed is somewhere in the name.</summary>
    private static double Scan(string text, Partnership partnership)
    {
        long start = Stopwatch.GetTimestamp();
        string[] typed = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _ = partnership.Partners.Values
            .Where(card => typed.All(word => Words.IndexOf(card.Name.Fi ?? "", word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0))
            .ToList();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static Partnership Of(int partners)
    {
        IEvent[] events =
        [
            new PartnershipFounded(new("seutu"), new LocalText("Seutu")),
            .. Places.Select((place, i) => new AreaAdded(new Area(new($"alue-{i}"), new LocalText(place), [place]))),
            new ThemeAdded(new Theme(new("tilat"), new LocalText("Kokoontumistilat", "Möteslokaler"))),
            .. Enumerable.Range(0, partners).Select(i => new PartnerJoined(Card(i))),
        ];
        var stamp = new Stamp(new(Guid.Empty), new(Guid.Empty), null, Instant.FromUtc(2026, 1, 1, 0, 0));
        Partnership? state = null;
        for (int i = 0; i < events.Length; i++) state = Partnership.Evolve(state, new Fact(events[i], i, stamp));
        return state!;
    }

    private static Partner Card(int i) => new(
        Id(i), PartnerKind.Association, new LocalText($"{Places[i % Places.Length]} {Works[i / Places.Length % Works.Length]} {i} ry"),
        [new($"alue-{i % Places.Length}")], i % 3 == 0 ? [new("tilat")] : [], RegisterNumber: new($"{100_000 + i}"));

    private static PartnerId Id(int i) => new($"yhdistys-{i}");
}
