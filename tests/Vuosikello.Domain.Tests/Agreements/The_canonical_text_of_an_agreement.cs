using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Documents;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.Agreements;

public sealed class The_canonical_text_of_an_agreement
{
    private static readonly AgreementId Id = AgreementSamples.Id;
    private static readonly ValueList<NamedParty> Names =
        [new(AgreementSamples.Kerava, new LocalText("Keravan kaupunki", "Kervo stad")), new(AgreementSamples.Tuusula, new LocalText("Tuusulan kunta"))];

    /// <summary>Everything filled in, so that everything can be changed and left out.</summary>
    private static readonly AgreementContent Full = AgreementSamples.Content with
    {
        Under = new AgreementId(Samples.PartnershipId, "puitesopimus"),
        AmendedFrom = new LocalDate(2026, 8, 1),
        Term = new AgreementTerm(new LocalDate(2026, 3, 1), new LocalDate(2028, 2, 29), 12),
        Commitments = [.. AgreementSamples.Content.Commitments, new(new CommitmentId(new Guid(1, 2, 3, new byte[8])), AgreementSamples.Kerava,
            new LocalText("Avaa tilat"), CommitmentDue.On(new LocalDate(2027, 3, 1)), [Samples.ActivityId, new ActivityId(new Guid(4, 5, 6, new byte[8]))])],
    };

    private static string Text(AgreementContent content) => AgreementText.Of(Id, 1, content, Names);

    [Fact]
    public void Any_change_of_any_field_changes_it_and_no_two_changes_make_the_same_text()
    {
        var texts = new Dictionary<string, string> { [Text(Full)] = "the sample" };
        int places = 0;
        foreach (var (place, changed) in Variants.Of(typeof(AgreementContent), Full, ""))
        {
            if (Full.Equals(changed)) continue;
            Assert.True(texts.TryAdd(Text((AgreementContent)changed!), place) || SameValue(place, texts[Text((AgreementContent)changed!)]),
                $"{place} has the same canonical text as {texts[Text((AgreementContent)changed!)]}");
            places++;
        }
        Assert.True(places > 100, $"only {places} places were changed");
    }

    // two ways to one value, such as a list without its only item and one left out
    private static bool SameValue(string one, string other) =>
        Variants.Of(typeof(AgreementContent), Full, "").First(v => v.Place == one).Value!.Equals(Variants.Of(typeof(AgreementContent), Full, "").First(v => v.Place == other).Value);

    /// <summary>What a signatory sees. A change of this text is a change of the form, and needs a form 2 beside it.</summary>
    [Fact]
    public void It_can_be_read_by_a_person() => Assert.Equal("""
        vuosikello: agreement 1
        id: kuuma-seutu/tilat
        version: 1
        kind: partnership
        under: kuuma-seutu/puitesopimus
        title/fi: Tilojen käyttö
        title/sv: Användning av lokaler
        party 1 id: kerava
        party 1 name/fi: Keravan kaupunki
        party 1 name/sv: Kervo stad
        party 2 id: tuusula
        party 2 name/fi: Tuusulan kunta
        from: 2026-03-01
        until: 2028-02-29
        renewed by months: 12
        notice in months: 3
        amended from: 2026-08-01
        clause 1 id: 9b2e6f0a-54c3-4a8b-8f6d-2f1f6c1a7e01
        clause 1 title/fi: Avaimet
        clause 1 text/fi: Avain luovutetaan kuittausta vastaan.
        clause 2 id: 9b2e6f0a-54c3-4a8b-8f6d-2f1f6c1a7e02
        clause 2 text/fi: Tilat siivotaan käytön jälkeen.
        rules 1 year: 2026
        rules 1 number: 1
        rules 1 hash: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        commitment 1 id: 9b2e6f0a-54c3-4a8b-8f6d-2f1f6c1a7e03
        commitment 1 by: tuusula
        commitment 1 what/fi: Raportoi tilojen käytöstä
        commitment 1 month: 11
        commitment 1 day: 30
        commitment 1 activity: 6f9619ff-8b86-4d01-b42d-00cf4fc964ff
        commitment 2 id: 00000001-0002-0003-0000-000000000000
        commitment 2 by: kerava
        commitment 2 what/fi: Avaa tilat
        commitment 2 year: 2027
        commitment 2 month: 3
        commitment 2 day: 1
        commitment 2 activity: 6f9619ff-8b86-4d01-b42d-00cf4fc964ff
        commitment 2 activity: 00000004-0005-0006-0000-000000000000
        attachment 1 title/fi: Tilaluettelo
        attachment 1 link: https://example.org/tilat.pdf
        attachment 1 checksum: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb

        """, Text(Full));

    [Fact]
    public void The_agreement_the_number_and_the_names_of_the_parties_are_part_of_it()
    {
        string[] texts =
        [
            Text(Full),
            AgreementText.Of(Id with { Slug = "muu" }, 1, Full, Names),
            AgreementText.Of(Id with { Partnership = new PartnershipId("muu") }, 1, Full, Names),
            AgreementText.Of(Id, 2, Full, Names),
            AgreementText.Of(Id, 1, Full, []),
            .. Variants.Of(typeof(ValueList<NamedParty>), Names, "").Where(v => v.Place.Contains(".Name", StringComparison.Ordinal))
                .Select(v => AgreementText.Of(Id, 1, Full, (ValueList<NamedParty>)v.Value!)),
        ];
        Assert.True(texts.Length > 10);
        Assert.Equal(texts.Length, texts.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("fi-FI")]
    [InlineData("sv-FI")]
    [InlineData("en-GB")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void The_language_of_the_reader_and_of_the_server_do_not_change_it(string culture)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal("a591b9d8", CanonicalText.HashOf(Text(Full))[..8]);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    [Fact]
    public void Line_ends_and_the_way_letters_are_composed_do_not_change_it()
    {
        static string Saying(string text) => Text(Full with { Clauses = [new AgreementClause(AgreementSamples.Keys, LocalText.Empty, new LocalText(text))] });

        Assert.Equal(Saying("pöytä\nja tuoli"), Saying("po\u0308yta\u0308\r\nja tuoli"));
        Assert.NotEqual(Saying("pöytä\nja tuoli"), Saying("pöytä ja tuoli"));
    }

    [Fact]
    public void A_text_cannot_pretend_to_be_another_field()
    {
        static string Of(string title, string text) => Text(Full with { Clauses = [new AgreementClause(AgreementSamples.Keys, new LocalText(title), new LocalText(text))] });

        Assert.NotEqual(Of("a\nclause 1 text/fi: b", "c"), Of("a", "b\nclause 1 text/fi: c"));
        Assert.NotEqual(Of("a", "| b\nc"), Of("a", "b\n| c"));
    }

    [Fact]
    public void Two_random_agreements_have_one_text_only_if_they_say_the_same() =>
        Prop.ForAll(Some.Two().ToArbitrary(), pair => Text(pair.Item1) == Text(pair.Item2) == pair.Item1.Equals(pair.Item2))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Environment.GetEnvironmentVariable("VUOSIKELLO_LONG") == "1" ? 50_000 : 1_000));

    /// <summary>Agreements of few words, so that two of them are often nearly the same.</summary>
    private static Gen<AgreementContent> Some =>
        from title in Words
        from clauses in (from text in Words from name in Words select new AgreementClause(AgreementSamples.Keys, name, text)).ListOf()
        from until in Gen.Elements((LocalDate?)null, new LocalDate(2027, 1, 1))
        from months in Gen.Elements((int?)null, 1, 11)
        from notice in Gen.Elements(null, new NoticePeriod(1, NoticeUnit.Days), new NoticePeriod(1, NoticeUnit.Months), new NoticePeriod(11, NoticeUnit.Days))
        from month in Gen.Choose(1, 2)
        from year in Gen.Elements((int?)null, 2027)
        from activities in Gen.SubListOf(Samples.ActivityId, new ActivityId(new Guid(4, 5, 6, new byte[8])))
        select Full with
        {
            Title = title,
            Clauses = clauses.Take(2).ToValueList(),
            Term = new AgreementTerm(new LocalDate(2026, 3, 1), until, months),
            Notice = notice,
            Commitments = [Full.Commitments[0] with { Due = new CommitmentDue(month, 1, year), Activities = activities.ToValueList() }],
        };

    private static Gen<LocalText> Words =>
        from fi in Gen.Elements(null, "a", "b", "a\nb", "clause 1 text/sv: a")
        from sv in Gen.Elements(null, "a", "| a")
        select new LocalText(fi, sv);
}
