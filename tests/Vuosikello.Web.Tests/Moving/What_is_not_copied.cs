using Vuosikello.Events.Proof;
using Vuosikello.Web.Moving;

namespace Vuosikello.Web.Tests.Moving;

/// <summary>A place with something else in it is left alone, and a log that is not as it was written goes no further than it is sound.</summary>
public sealed class What_is_not_copied
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<Kept> Places => [Kept.InFolder, Kept.InCluster];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_place_with_another_log_is_refused_and_left_as_it_is(Kept kept)
    {
        var others = SampleLog.Of(new Random(2), 5);

        var refused = await Refused(kept, SampleLog.Of(new Random(1), 10), others, others);

        Assert.Contains("it is another event", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_place_with_more_than_the_log_is_refused_as_when_both_were_exchanged(Kept kept)
    {
        var log = SampleLog.Of(new Random(1), 10);

        var refused = await Refused(kept, log[..6], log, log);

        Assert.Contains($"After 6 events the log ends, but there it goes on with {log[6].Event.Type} at version {log[6].Version} of stream {log[6].Stream}", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id", "its id is another")]
    [InlineData("type", "its type is another")]
    [InlineData("data", "it says something else")]
    [InlineData("stamp", "its stamp is another")]
    public async Task An_event_in_the_copy_that_differs_in_anything_is_named(string what, string said)
    {
        var log = SampleLog.Of(new Random(1), 10);
        var e = log[3].Event;
        var there = log[..6];
        there[3] = log[3] with
        {
            Event = what switch
            {
                "id" => e with { Id = new Guid(1, 2, 3, new byte[8]) },
                "type" => e with { Type = "something-else.v1" },
                "data" => e with { Data = "{}"u8.ToArray() },
                _ => e with { Metadata = "{}"u8.ToArray() },
            },
        };

        var refused = await Refused(Kept.InFolder, log, there, there);

        Assert.Contains($"Its event 4 in the order of the log is ", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith($"{said}.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_writes_there_meanwhile_is_found_out_whether_in_a_stream_of_the_log_or_in_another()
    {
        var log = SampleLog.Of(new Random(1), 30);
        var stranger = SampleLog.Of(new Random(2), 1)[0];
        foreach (var intruding in new[] { stranger, stranger with { Stream = log[^1].Stream, Version = 0 } })
        {
            await using var original = await TestPlace.New(Kept.InFolder);
            await using var copy = await TestPlace.New(Kept.InFolder);
            await SampleLog.Write(original.Store, log);
            var watched = new WatchedStore(copy.Store, before: number => number == 2 && intruding.Stream != log[0].Stream ? SampleLog.Write(copy.Store, [intruding]) : Task.CompletedTask);

            await Assert.ThrowsAsync<NotACopyException>(() => new LogCopy(original.Store, watched, positionsFollow: true).Run(null, Ct));
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task An_event_that_is_not_as_it_was_written_is_named_and_nothing_from_it_on_is_copied(Kept kept)
    {
        var log = SampleLog.Of(new Random(1), 30);
        log[12] = log[12] with { Event = log[12].Event with { Data = "{\"n\":0}"u8.ToArray() } };
        await using var original = await TestPlace.New(kept);
        await using var copy = await TestPlace.New(Kept.InFolder);
        await SampleLog.Write(original.Store, log);
        var copying = original.To(copy);

        var found = await Assert.ThrowsAsync<OriginalDoesNotFitException>(() => copying.Run(null, Ct));

        Assert.Equal((MisfitReason.Changed, log[12].Stream, log[12].Version), (found.Misfit.Reason, found.Misfit.Stream, found.Misfit.Version));
        SampleLog.Same(log.Take(12), await SampleLog.Read(copy.Store));
        Assert.Equal(12, copying.InCopy);
    }

    [Fact]
    public async Task An_event_that_was_changed_in_both_places_is_named_as_well()
    {
        var log = SampleLog.Of(new Random(1), 30);
        log[12] = log[12] with { Event = log[12].Event with { Data = "{\"n\":0}"u8.ToArray() } };
        await using var original = await TestPlace.New(Kept.InFolder);
        await using var copy = await TestPlace.New(Kept.InCluster);
        await SampleLog.Write(original.Store, log);
        await SampleLog.Write(copy.Store, log.Take(20));

        await Assert.ThrowsAsync<OriginalDoesNotFitException>(() => original.To(copy).Run(null, Ct));

        SampleLog.Same(log.Take(20), await SampleLog.Read(copy.Store));
    }

    private static async Task<NotACopyException> Refused(Kept kept, List<Written> log, List<Written> there, List<Written> thereAfter)
    {
        await using var original = await TestPlace.New(Kept.InFolder);
        await using var copy = await TestPlace.New(kept);
        await SampleLog.Write(original.Store, log);
        await SampleLog.Write(copy.Store, there);

        var refused = await Assert.ThrowsAsync<NotACopyException>(() => original.To(copy).Run(null, Ct));

        SampleLog.Same(thereAfter, await SampleLog.Read(copy.Store));
        return refused;
    }
}
