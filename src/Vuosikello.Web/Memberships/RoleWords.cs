using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Layout;
using Vuosikello.Web.Resources;

namespace Vuosikello.Web.Memberships;

/// <summary>Roles in words.</summary>
public static class RoleWords
{
    /// <summary>A role with the organisation that it is for, such as <c>muokkaaja, Tuusulan kunta</c>.</summary>
    public static string RoleInWords(this Texts texts, HeldRole role, Partnership partnership)
    {
        string name = texts.NameOf(role.Role, role.IsChair);
        return role.Partner is { } partner ? $"{name}, {partnership.NameOf(partner).In(LanguageSetup.Current)}" : name;
    }

    /// <summary>What a role is called, in the middle of a sentence.</summary>
    public static string NameOf(this Texts texts, Role role, bool isChair = false) =>
        texts.Member[isChair && role == Role.SteeringGroupMember ? $"Role.{role}.Chair" : $"Role.{role}"];
}
