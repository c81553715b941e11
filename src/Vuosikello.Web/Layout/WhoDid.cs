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
        if (stamp.For is not { } partner) return name;
        string organisation = partnership.NameOf(partner).In(language);
        // somebody who is called by the organisation needs it said once
        return name.Contains(organisation, StringComparison.OrdinalIgnoreCase) ? name : $"{name} ({organisation})";
    }
}
