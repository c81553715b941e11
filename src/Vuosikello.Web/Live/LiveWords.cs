using Microsoft.Extensions.Localization;
using Vuosikello.Domain;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Resources;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Live;

/// <summary>Sentences on what changed while somebody looks, in the current language.</summary>
public sealed class LiveWords(IMemberNames names, IStringLocalizer<LiveTexts> texts)
{
    /// <param name="by">Who changed it, where the reader may know; null otherwise.</param>
    public string Changed(LocalText what, Stamp? by) => by is { } stamp
        ? texts["ChangedBy", what.In(LanguageSetup.Current), Name(stamp)]
        : texts["Changed", what.In(LanguageSetup.Current)];

    /// <summary>To those who edit a clause.</summary>
    public string ChangedMeanwhile(Stamp? by) => texts["ClauseChangedMeanwhile", Name(by)];

    /// <summary>To those who edit a clause that is no longer there.</summary>
    public string GoneMeanwhile(Stamp? by) => texts["ClauseGoneMeanwhile", Name(by)];

    private string Name(Stamp? by) => (by is { } stamp ? names.NameOf(stamp.By, LanguageSetup.Current) : null) ?? texts["Somebody"];
}
