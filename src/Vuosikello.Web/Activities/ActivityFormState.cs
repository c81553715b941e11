using Vuosikello.Domain;
using Vuosikello.Web.Forms;

namespace Vuosikello.Web.Activities;

/// <summary>An activity's form as it stands: what was typed, and what was said to it.</summary>
/// <param name="Command">The id of the command that sending it gives.</param>
/// <param name="Activity">The id of the activity, also of one that does not exist yet.</param>
/// <param name="Version">The version that the editor saw; -1 for a new one.</param>
public sealed record ActivityFormState(FormValues Values, Guid Command, Guid Activity, long Version)
{
    public IReadOnlyList<Problem> Problems { get; init; } = [];
    public IReadOnlyList<Clash> Clashes { get; init; } = [];

    public bool IsNew => Version < 0;

    /// <summary>True for a form of the time alone.</summary>
    public bool OnlyTime { get; init; }

    public IEnumerable<Problem> ProblemsOf(string field) => Problems.Where(p => p.Field == field);

    public Clash? ClashOf(string field) => Clashes.FirstOrDefault(c => c.Field == field);
}
