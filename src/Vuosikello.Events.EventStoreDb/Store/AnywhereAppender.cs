namespace Vuosikello.Events.EventStoreDb.Store;

/// <summary>
/// Appends for those to whom the stream's version does not matter. The server would take the same ids for repeated only as long as it
/// happens to remember them, so the stream is looked through for them, and they are appended where it ends. Meant for short streams.
/// </summary>
internal sealed class AnywhereAppender(LogReader reader, Appender appender)
{
    /// <param name="expected"><see cref="ExpectedVersion.Any"/> or <see cref="ExpectedVersion.StreamExists"/>.</param>
    public async Task<AppendResult> Append(StreamName stream, ExpectedVersion expected, IReadOnlyList<EventData> events, CancellationToken ct)
    {
        while (true)
        {
            var (head, found) = await Look(stream, events[0].Id, ct);
            if (head < 0 && expected == ExpectedVersion.StreamExists) throw new WrongExpectedVersionException(stream, expected, head);
            try
            {
                return await appender.Append(stream, found is { } place ? place - 1 : head, events, ct);
            }
            catch (WrongExpectedVersionException wrong) when (found is not null)
            {
                throw new WrongExpectedVersionException(stream, expected, wrong.Actual);
            }
            catch (WrongExpectedVersionException wrong) when (wrong.Actual > head)
            {
                // Somebody else appended meanwhile: the end is elsewhere now.
                continue;
            }
        }
    }

    /// <summary>The stream's last version, -1 of one without events, and the version of the event with the id.</summary>
    private async Task<(long Head, long? Found)> Look(StreamName stream, Guid id, CancellationToken ct)
    {
        long head = ExpectedVersion.NoStream.Value;
        long? found = null;
        await foreach (var e in reader.Stream(stream, from: 0, ct))
        {
            head = e.Version;
            if (e.Id == id) found ??= e.Version;
        }
        return (head, found);
    }
}
