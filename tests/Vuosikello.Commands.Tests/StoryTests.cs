using System.Text;
using NodaTime;
using Vuosikello.Commands.Import;
using Vuosikello.Commands.Tests.Kit;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Events;

namespace Vuosikello.Commands.Tests;

public sealed class StoryTests
{
    private const string Draft = """
        { "at": "2026-02-02 10:00", "by": "coordinator", "give": "draft-agreement", "what": { "agreement": "seutu/tilat", "content": {
            "kind": "partnership", "title": { "fi": "Tilat" }, "parties": ["tuusula", "kerava"], "term": { "from": "2027-01-01" }, "notice": { "count": 3, "unit": "months" },
            "clauses": [ { "id": "#avaimet", "title": {}, "text": { "fi": "Avaimet kuittausta vastaan." } } ], "rules": [], "commitments": [], "attachments": [] } } }
        """;

    [Fact]
    public async Task What_people_did_is_told_by_their_commands_with_the_dates_of_those_days_and_only_once()
    {
        var house = await House.WithSeutu();
        string story = Story(Draft, """
            { "at": "2026-02-03 09:30", "by": "coordinator", "give": "offer-agreement", "what": { "agreement": "seutu/tilat", "basedOn": "$version" } }
            """);

        var first = await Tell(house, story);
        var second = await Tell(house, story);

        Assert.Equal(new ImportReport(2, 0, [], true), first);
        Assert.Equal(new ImportReport(0, 2, [], true), second);
        var facts = await Facts(house, new AgreementId(new("seutu"), "tilat"));
        Assert.Equal([typeof(AgreementDrafted), typeof(AgreementOffered)], facts.Select(fact => fact.Event.GetType()));
        Assert.Equal([Instant.FromUtc(2026, 2, 2, 8, 0), Instant.FromUtc(2026, 2, 3, 7, 30)], facts.Select(fact => fact.Stamp.At));
        Assert.All(facts, fact => Assert.Equal(Members.Coordinator, fact.Stamp.By));
    }

    [Fact]
    public async Task A_step_that_another_server_told_meanwhile_is_passed_over_though_what_it_approved_lies_before_nobody_any_more()
    {
        var house = await House.WithSeutu();
        string story = Story(Draft, """
            { "at": "2026-02-03 09:30", "by": "coordinator", "give": "offer-agreement", "what": { "agreement": "seutu/tilat", "basedOn": "$version" } }
            """, """
            { "at": "2026-02-04 18:00", "by": "signatory", "give": "approve-agreement", "what": {
                "agreement": "seutu/tilat", "party": "kerava", "hash": "$hash", "body": { "fi": "Hallitus" }, "metOn": "2026-02-04", "section": "5 §" } }
            """, """
            { "at": "2026-02-05 09:30", "by": "coordinator", "give": "return-agreement-to-draft", "what": { "agreement": "seutu/tilat" } }
            """);

        var first = await Tell(house, story);
        var second = await Tell(house, story);

        Assert.Equal(new ImportReport(4, 0, [], true), first);
        Assert.Equal(new ImportReport(0, 4, [], true), second);
    }

    [Fact]
    public async Task A_step_that_is_refused_ends_the_story_there_and_is_named()
    {
        var house = await House.WithSeutu();

        var report = await Tell(house, Story(Draft, Draft.Replace("10:00", "11:00", StringComparison.Ordinal), """
            { "at": "2026-02-03 09:30", "by": "coordinator", "give": "offer-agreement", "what": { "agreement": "seutu/tilat", "basedOn": "$version" } }
            """));

        var row = Assert.Single(report.Rejected);
        Assert.Equal(("2026-02-02 11:00, coordinator, draft-agreement", ProblemCodes.AgreementExists), (row.Row, Assert.Single(row.Problems).Code));
        Assert.Single(await Facts(house, new AgreementId(new("seutu"), "tilat")));
    }

    [Fact]
    public async Task Nobody_in_a_story_has_a_right_that_the_pipeline_does_not_find()
    {
        var house = await House.WithSeutu();

        var report = await Tell(house, Story(Draft.Replace("coordinator", "reader", StringComparison.Ordinal)));

        Assert.Equal(CommandProblems.NotAllowed, Assert.Single(Assert.Single(report.Rejected).Problems).Code);
    }

    [Theory]
    [InlineData("draft-agreement", "coordinator", "tomorrow", "is not a moment")]
    [InlineData("draft-agreements", "coordinator", "2026-02-02 10:00", "There is no command \"draft-agreements\"")]
    [InlineData("draft-agreement", "somebody", "2026-02-02 10:00", "Nobody in the story is called \"somebody\"")]
    [InlineData("draft-agreement", "coordinator", "2026-02-02 10:00", "JSON")]
    public async Task What_cannot_be_told_is_named_with_its_step(string give, string by, string at, string reason)
    {
        var house = await House.WithSeutu();

        var report = await Tell(house, Story($$"""{ "at": "{{at}}", "by": "{{by}}", "give": "{{give}}", "what": { "agreement": "seutu/tilat", "content": 1 } }"""));

        Assert.Contains(reason, Assert.Single(report.Rejected).Reason, StringComparison.Ordinal);
    }

    private static string Story(params string[] steps) => $$"""
        { "partnership": "seutu",
          "people": { "coordinator": { "id": "{{Members.Coordinator}}" }, "reader": { "id": "{{Members.Reader}}" },
            "signatory": { "id": "{{Members.Signatory}}", "for": "kerava" } },
          "steps": [ {{string.Join(",", steps)}} ] }
        """;

    private static Task<ImportReport> Tell(House house, string story) => house.Mediator.Send(new ImportStory(Encoding.UTF8.GetBytes(story)));

    private static async Task<List<Fact>> Facts(House house, AgreementId agreement)
    {
        var facts = new List<Fact>();
        await foreach (var e in house.Store.ReadStream(Streams.Of(agreement))) facts.Add(EventSerializer.Deserialize(e));
        return facts;
    }
}
