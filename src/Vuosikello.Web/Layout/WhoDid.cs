using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Resources;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Layout;

/// <summary>Who did something, for whom.</summary>
public static class WhoDid
{
    public static string Who(this Texts texts, Stamp stamp, IMemberNames names, Partnership partnership)
    {
        string language = LanguageSetup.Current;
        string name = stamp.By == SystemMember.Id
            ? texts.Layout["TheService"]
            : names.NameOf(stamp.By, language) ?? texts.Layout["SomebodyUnknown"];
        return stamp.For is { } partner ? $"{name} ({partnership.NameOf(partner).In(language)})" : name;
    }
}
