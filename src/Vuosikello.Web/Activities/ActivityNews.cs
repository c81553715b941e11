using Microsoft.Extensions.Localization;
using Vuosikello.Domain;
using Vuosikello.Projections;
using Vuosikello.Projections.Boards;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Live;
using Vuosikello.Web.Resources;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Activities;

/// <summary>Sentences on activities that changed while somebody looks, in the current language: what, and for members also who.</summary>
public sealed class ActivityNews(IBoardViews boards, IMemberNames names, IStringLocalizer<LiveTexts> texts)
{
    public IReadOnlyList<string> Of(IEnumerable<ViewChange> changes, bool members)
    {
        ActivityId[] changed = [.. changes.Select(c => c.Activity).OfType<ActivityId>().Distinct()];
        return changed.Length > OpenPage.MostTold ? [texts["ManyChanged"].Value] : [.. changed.Select(id => Sentence(id, members))];
    }

    /// <summary>For whoever edits the activity at the moment: who changed it just now.</summary>
    public EditorNews ToEditors(ActivityId id) => boards.FindActivity(id) is { } activity
        ? new(id.ToString(), activity.State.Version, texts["ChangedMeanwhile", Name(activity)])
        : new(id.ToString(), -1, texts["GoneMeanwhile"]);

    private string Sentence(ActivityId id, bool members)
    {
        if (boards.FindActivity(id) is not { } activity) return texts["Withdrawn"];
        string title = activity.Details.Title.In(LanguageSetup.Current);
        return members ? texts["ChangedBy", title, Name(activity)] : texts["Changed", title];
    }

    private string Name(ActivityView activity) => names.NameOf(activity.LastChange.By, LanguageSetup.Current) ?? texts["Somebody"];
}
