namespace Vuosikello.Web.Composition;

/// <summary>A setting says what cannot be. The message names the setting, its value and what it could be, in one line.</summary>
public sealed class WrongSettingException(string message) : Exception(message);
