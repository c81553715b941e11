namespace Vuosikello.Web.Resources;

/// <summary>Members, roles and invitations, and the administrators of the server.</summary>
public sealed class MemberTexts;
