using System.Globalization;
using Microsoft.Extensions.Localization;
using Vuosikello.Domain;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Live;
using Vuosikello.Web.Resources;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Live;

/// <summary>Sentences that a screen reader says when a board changes: what, and for members also who.</summary>
public sealed class Announcements(IBoardViews boards, IMemberNames names, IStringLocalizer<LiveTexts> texts)
{
    /// <summary>More changes at once than this are only counted.</summary>
    public const int Most = 3;

    public IReadOnlyList<string> Of(IReadOnlyCollection<ActivityId> changed, BoardKey key)
    {
        if (changed.Count == 0) return [];
        return InLanguage(key.Language, () => changed.Count > Most
            ? [texts["ManyChanged"].Value]
            : (IReadOnlyList<string>)[.. changed.Select(id => Sentence(id, key))]);
    }

    /// <summary>For whoever edits the activity at the moment: who changed it just now.</summary>
    public string ToEditors(ActivityId id, string language) => InLanguage(language, () =>
        boards.FindActivity(id) is { } activity
            ? texts["ChangedMeanwhile", Name(activity, language)].Value
            : texts["GoneMeanwhile"].Value);

    private string Sentence(ActivityId id, BoardKey key)
    {
        if (boards.FindActivity(id) is not { } activity) return texts["Withdrawn"];
        string title = activity.Details.Title.In(key.Language);
        return key.Members ? texts["ChangedBy", title, Name(activity, key.Language)] : texts["Changed", title];
    }

    private string Name(ActivityView activity, string language) =>
        names.NameOf(activity.LastChange.By, language) ?? texts["Somebody"];

    private static T InLanguage<T>(string language, Func<T> say)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return say();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
