using System.Text.Json;
using MediatR;
using NodaTime;
using Vuosikello.Domain;

namespace Vuosikello.Commands.Import;

/// <summary>
/// Tells what people did in a partnership (<c>docs/import.md</c>), by the commands that they gave and with the dates of those
/// days. The same file again changes nothing. Everybody in it has the rights that the pipeline finds them to have.
/// </summary>
/// <param name="File">UTF-8 JSON.</param>
/// <param name="Progress">Hears of each step.</param>
public sealed record ImportStory(ReadOnlyMemory<byte> File, IProgress<ImportProgress>? Progress = null) : IRequest<ImportReport>;

internal sealed class ImportStoryHandler(IMediator mediator, StoryCommands commands, IClock clock) : IRequestHandler<ImportStory, ImportReport>
{
    public async Task<ImportReport> Handle(ImportStory request, CancellationToken cancellationToken)
    {
        StoryFile story;
        try
        {
            story = StoryFile.Read(request.File.Span);
        }
        catch (JsonException wrong)
        {
            string where = $"line {wrong.LineNumber + 1}, {wrong.Path ?? "$"}";
            return new ImportReport(0, 0, [new RejectedRow(where, $"{wrong.Message} Nothing of the story was told.", [])], Finished: true);
        }
        var times = new StoryTimes(clock.GetCurrentInstant());
        var account = new ImportAccount(request.Progress);
        foreach (var step in story.Steps)
        {
            // what comes later builds on what came before: a story with a gap would tell of something that never was
            if (!await Tell(story, step, times, account, cancellationToken)) break;
        }
        return account.Report;
    }

    private async Task<bool> Tell(StoryFile story, StoryStep step, StoryTimes times, ImportAccount account, CancellationToken ct)
    {
        string row = $"{step.At}, {step.By}, {step.Give}";
        try
        {
            var partnership = new PartnershipId(story.Partnership);
            var person = story.Who(step.By);
            var stamp = new Stamp(
                ImportIds.Command(partnership, $"story/{step.Key ?? row}"),
                new MemberId(person.Id),
                person.For is null ? null : new PartnerId(person.For),
                times.Read(step.At));
            var send = await commands.Send(partnership, step, stamp, times, ct);
            return account.Count(row, await mediator.Send(send, ct));
        }
        catch (Exception wrong) when (wrong is FormatException or JsonException)
        {
            account.Reject(row, wrong.Message);
            return false;
        }
    }
}
