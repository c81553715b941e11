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
        string name = texts.NameOf(stamp.By, names);
        if (stamp.For is not { } partner) return name;
        string organisation = partnership.NameOf(partner).In(LanguageSetup.Current);
        if (stamp.By != SystemMember.Id && names.NameOf(stamp.By, LanguageSetup.Current) is null) return texts.Layout["RemovedPersonOf", organisation];
        // somebody who is called by the organisation needs it said once
        return name.Contains(organisation, StringComparison.OrdinalIgnoreCase) ? name : $"{name} ({organisation})";
    }

    /// <summary>What somebody is called; who has no name any more is a removed person.</summary>
    public static string NameOf(this Texts texts, MemberId member, IMemberNames names) =>
        member == SystemMember.Id ? texts.Layout["TheService"] : names.NameOf(member, LanguageSetup.Current) ?? texts.Layout["SomebodyUnknown"];
}
