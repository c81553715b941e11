using Vuosikello.Domain;
using Vuosikello.Domain.AnnualCycles;

namespace Vuosikello.Web.Api;

/// <summary>The commands to annual cycles.</summary>
public static class CycleCommandEndpoints
{
    private const string One = "/partnerships/{partnership}/years/{year:int}";

    public static void MapCycleCommands(this IEndpointRouteBuilder api)
    {
        var cycles = api.MapGroup("").WithTags("Annual cycles");
        cycles.Command("PUT", One, "Drafts a year.", r => new DraftCycle(r.Cycle));
        cycles.Command<LocalText, SetCycleEmphasis>("PUT", $"{One}/emphasis", "Says what the year stresses.", (r, emphasis) => new(r.Cycle, emphasis));
        cycles.Command("POST", $"{One}/open-for-comments", "Opens the draft for comments.", r => new OpenCycleForComments(r.Cycle));
        cycles.Command("POST", $"{One}/return-to-draft", "Takes the year back from comments to draft.", r => new ReturnCycleToDraft(r.Cycle));
        cycles.Command("POST", $"{One}/adopt", "Adopts the year.", r => new AdoptCycle(r.Cycle));
        cycles.Command("POST", $"{One}/close", "Closes the year: it is no longer edited.", r => new CloseCycle(r.Cycle));
        cycles.Command("POST", $"{One}/reopen", "Undoes the closing.", r => new ReopenCycle(r.Cycle));
        cycles.Command<RollForwardBody, RollCycleForward>("POST", $"{One}/roll-forward", "Starts this year from activities of an earlier one.",
            (r, body) => new(r.Cycle, body.FromYear, body.Activities));
    }
}

/// <param name="FromYear">The earlier year.</param>
/// <param name="Activities">Those of its activities that come along.</param>
public sealed record RollForwardBody(int FromYear, ValueList<ActivityId> Activities);
