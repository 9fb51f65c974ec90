<#macro content>
  <#if (pageId!"") == "login">
    <p class="help">${msg("signInHelp")}</p>
  </#if>
</#macro>
