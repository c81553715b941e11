using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Events;
using Vuosikello.Projections.History;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.History.Sentences;
using Vuosikello.Web.Resources;

namespace Vuosikello.Web.Tests.History;

/// <summary>Tells the golden file of each event in the catalogue, so that a new event without a sentence is found here.</summary>
public sealed class Every_event_has_a_sentence(Site site) : IClassFixture<Site>
{
    private static readonly Stamp Stamp = new(
        new(new Guid(1, 2, 3, new byte[8])), new(Guid.Parse(Site.EditorOfTuusula)), new("tuusula"), Instant.FromUtc(2026, 3, 24, 14, 5));

    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (string name in EventTypes.All.Where(pair => Audiences.Of(pair.Value) != Audience.Nobody).Select(pair => pair.Key).Order(StringComparer.Ordinal))
            {
                foreach (string language in (string[])["fi", "sv", "en"]) all.Add(name, language);
            }
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void In_each_language_of_its_own(string name, string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        using var scope = site.Services.CreateScope();
        var texts = scope.ServiceProvider.GetRequiredService<Texts>();
        var happened = Golden(name);

        var told = scope.ServiceProvider.GetRequiredService<Storyteller>().Tell(happened, Partnership, new(true, Vuosikello.Domain.Memberships.Sight.Everything));

        string nothing = texts.History["SomethingHappened", told.Who, texts.History[$"Kind.{happened.Entry.Kind}"].Value];
        Assert.NotEqual(Sentence.Capitalised(nothing), told.Sentence.Text);
        Assert.Matches("^\\p{Lu}.*[.?!”»]$", told.Sentence.Text);
        Assert.DoesNotMatch("\\{\\d", told.Sentence.Text);
        // Nobody did what time brought about.
        if (texts.History[happened.Event.GetType().Name].Value.Contains("{0}", StringComparison.Ordinal)) Assert.StartsWith(told.Who, told.Sentence.Text, StringComparison.OrdinalIgnoreCase);
        Assert.False(texts.History[happened.Event.GetType().Name].ResourceNotFound, "The sentence's template is missing.");
        Assert.False(texts.History[$"Event.{happened.Event.GetType().Name}"].ResourceNotFound, "The kind of event has no name for the filter.");
        Assert.All(told.Sentence.Details, detail => Assert.DoesNotMatch("^Label\\.|^Field\\.|^Kind\\.", detail.Label));
        Assert.NotEmpty(told.Subject.Name);
    }

    [Fact]
    public void One_who_was_erased_is_a_former_member_and_the_sentence_stays_whole()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        using var scope = site.Services.CreateScope();
        var golden = Golden("activity-confirmed.v1");
        var erased = golden with { Stamp = Stamp with { By = new(new Guid(9, 9, 9, new byte[8])), For = new("tuusula") } };

        var told = scope.ServiceProvider.GetRequiredService<Storyteller>().Tell(erased, Partnership, new(true, Vuosikello.Domain.Memberships.Sight.Everything));

        Assert.StartsWith("Removed person, of Tuusulan kunta confirmed the activity", told.Sentence.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fi", "Poistetun henkilön rooli päättyi: lukija.")]
    [InlineData("sv", "En roll för en borttagen person upphörde: läsare.")]
    [InlineData("en", "A role of a removed person ended: reader.")]
    public void A_role_of_one_who_was_erased_ended_and_nobody_ended_it(string language, string said)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        using var scope = site.Services.CreateScope();
        var ended = Golden("role-ended.v1") with { Stamp = Stamp with { By = SystemMember.Id, For = null } };

        var told = scope.ServiceProvider.GetRequiredService<Storyteller>().Tell(ended, Partnership, new(true, Vuosikello.Domain.Memberships.Sight.Everything));

        Assert.Equal(said, told.Sentence.Text);
    }

    [Fact]
    public void The_public_is_told_for_which_organisation_and_not_who()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fi");
        using var scope = site.Services.CreateScope();

        var told = scope.ServiceProvider.GetRequiredService<Storyteller>().Tell(Golden("activity-confirmed.v1"), Partnership, default);

        Assert.StartsWith("Tuusulan kunta vahvisti toiminnon", told.Sentence.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_organisation_that_has_left_keeps_its_name()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fi");
        using var scope = site.Services.CreateScope();
        var left = Vuosikello.Domain.Partnerships.Partnership.Evolve(Partnership.State, new(new PartnerLeft(new("tuusula")), 9, Stamp))!;

        var told = scope.ServiceProvider.GetRequiredService<Storyteller>().Tell(Golden("activity-confirmed.v1"), Partnership with { State = left }, default);

        Assert.Empty(left.Partners);
        Assert.StartsWith("Tuusulan kunta vahvisti", told.Sentence.Text, StringComparison.Ordinal);
    }

    private static PartnershipView Partnership
    {
        get
        {
            var founded = Vuosikello.Domain.Partnerships.Partnership.Evolve(null, new(new PartnershipFounded(new("kuuma-seutu"), new("KUUMA")), 0, Stamp))!;
            return new(Vuosikello.Domain.Partnerships.Partnership.Evolve(founded, new(
                new PartnerJoined(new(new("tuusula"), PartnerKind.Municipality, new("Tuusulan kunta"), [], [])), 1, Stamp))!, []);
        }
    }

    /// <summary>An event's golden file, after the first event of its kind of stream.</summary>
    private static HistoryEvent Golden(string name)
    {
        var happened = Read(name);
        var (stream, first) = Place(happened.GetType());
        var kind = RemarkSubjects.Of(stream)!.Kind;
        var fold = HistoryFolds.Of(kind);
        object? before = first == happened.GetType() ? null : fold?.Invoke(null, new(Read(EventTypes.All.Single(pair => pair.Value == first).Key), 0, Stamp));
        var entry = new HistoryEntry(new(7), Stamp.At, stream, kind, 1, happened.GetType(), Stamp.By, Stamp.For);
        return new(entry, happened, Stamp, before, After(fold, before, happened));
    }

    private static object? After(HistoryFold? fold, object? before, IEvent happened)
    {
        try
        {
            return fold?.Invoke(before, new(happened, 1, Stamp));
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or IndexOutOfRangeException or InvalidOperationException or NullReferenceException)
        {
            // Right after the first event this one cannot happen; its sentence does without the state that it would lead to.
            return before;
        }
    }

    /// <summary>The stream that an event can stand in, by its folder, and what such a stream begins with.</summary>
    private static (StreamName Stream, Type First) Place(Type happened) => happened.Namespace!.Split('.')[^1] switch
    {
        "Partnerships" => (Streams.Of(new PartnershipId("kuuma-seutu")), typeof(PartnershipFounded)),
        "AnnualCycles" => (Streams.Of(new CycleId(new("kuuma-seutu"), 2026)), typeof(Domain.AnnualCycles.CycleDrafted)),
        "Rules" => (Streams.OfRules(new("kuuma-seutu")), typeof(Domain.Rules.RulesDrafted)),
        "Agreements" => (Streams.Of(new AgreementId(new("kuuma-seutu"), "puitesopimus")), typeof(Domain.Agreements.AgreementDrafted)),
        "CommentRounds" => (Streams.Of(new RoundId(new("kuuma-seutu"), "syksy")), typeof(Domain.CommentRounds.RoundPlanned)),
        "SteeringReviews" => (Streams.Of(new ReviewId(new("kuuma-seutu"), "syksy")), typeof(ReviewOpened)),
        "PremisesRegisters" => (Streams.OfPremises(new("kuuma-seutu")), typeof(Domain.PremisesRegisters.PremisesRegistered)),
        "Memberships" => (Streams.OfMembers(new("kuuma-seutu")), typeof(Domain.Memberships.MemberInvited)),
        "Activities" => (Streams.Of(new ActivityId(Guid.Empty)), typeof(Domain.Activities.ActivityPlanned)),
        var other => throw new InvalidOperationException($"Say here in which stream the events of {other} are, and what it begins with."),
    };

    private static IEvent Read(string name)
    {
        string json = File.ReadAllText(Path.Combine(GoldenFolder(), $"{name}.json"));
        string stamp = File.ReadAllText(Path.Combine(GoldenFolder(), "stamp.json"));
        return EventSerializer.Deserialize(new RecordedEvent(
            new("activity-1"), 0, new(1), Guid.Empty, name, Encoding.UTF8.GetBytes(json), Encoding.UTF8.GetBytes(stamp), Stamp.At)).Event;
    }

    private static string GoldenFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Vuosikello.sln"))) folder = folder.Parent;
        Assert.NotNull(folder);
        return Path.Combine(folder.FullName, "tests", "Vuosikello.Events.Tests", "Golden");
    }
}
