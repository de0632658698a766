package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.ascertain.answers.AnswerSchemas;
import org.ascertain.press.ClaimReviewJson;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Puts the schemas of the answers into the API's description when the server is built, where the
 * routes refer to them, and the desk's routes. The live stream's route, which no class of REST has
 * either, stands in {@code META-INF/openapi.yaml}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ApiDescription implements OASFilter {

  private static final String TOKEN = "token";
  private static final String SESSION = "session";
  private static final String LINES = "application/jsonl";

  /** What a route names in its address. */
  private static final Pattern NAMED = Pattern.compile(":(\\w+)");

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Components components =
        api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
    schemas().getSchemas().forEach(components::addSchema);
    components.addSecurityScheme(
        TOKEN, OASFactory.createSecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
    components.addSecurityScheme(
        SESSION,
        OASFactory.createSecurityScheme()
            .type(SecurityScheme.Type.APIKEY)
            .in(SecurityScheme.In.COOKIE)
            .name(SessionCookie.NAME));
    api.setComponents(components);
    for (Routes route : Routes.values()) describe(api.getPaths(), route);
    api.getPaths().getPathItems().keySet().forEach(KnownAddresses::require);
    api.getPaths()
        .getPathItems()
        .values()
        .forEach(path -> path.getOperations().values().forEach(ApiDescription::mayBeRefused));
  }

  /** A route of the desk, which no class of REST has. */
  private static void describe(Paths paths, Routes route) {
    String address = NAMED.matcher(route.path).replaceAll("{$1}");
    if (!paths.hasPathItem(address)) paths.addPathItem(address, OASFactory.createPathItem());
    Operation operation =
        OASFactory.createOperation().summary(route.summary).responses(answers(route));
    List<String> roles = route.who.members().stream().sorted().map(Who::word).toList();
    if (route.who.has(Who.TOKEN))
      operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(TOKEN));
    if (route.who.members().stream().anyMatch(Who.Group.PEOPLE::has))
      operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(SESSION));
    operation.description("For: " + String.join(", ", roles) + ".");
    NAMED
        .matcher(route.path)
        .results()
        .map(name -> name.group(1))
        .forEach(
            name ->
                operation.addParameter(
                    OASFactory.createParameter()
                        .name(name)
                        .in(Parameter.In.PATH)
                        .required(true)
                        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING))));
    paths.getPathItem(address).setOperation(PathItem.HttpMethod.valueOf(route.method), operation);
  }

  private static APIResponses answers(Routes route) {
    MediaType type = OASFactory.createMediaType();
    if (!route.answer.isEmpty()) type.schema(OASFactory.createSchema().ref(route.answer));
    Content content = OASFactory.createContent().addMediaType(route.mediaType(), type);
    if (route.takesRows()) content.addMediaType(LINES, OASFactory.createMediaType());
    if (List.of(Routes.ALERTS, Routes.PROPOSALS, Routes.WATCH_EVENTS).contains(route))
      content.addMediaType(
          ChangeStream.TYPE,
          OASFactory.createMediaType().schema(OASFactory.createSchema().ref(route.answer)));
    if (route == Routes.CHECK_TEXT) {
      type.schema(
          OASFactory.createSchema()
              .addOneOf(OASFactory.createSchema().ref(route.answer))
              .addOneOf(OASFactory.createSchema().ref("CheckedTexts")));
      content.addMediaType(
          ClaimReviewJson.TYPE,
          OASFactory.createMediaType().schema(OASFactory.createSchema().ref("ClaimReviews")));
    }
    return OASFactory.createAPIResponses()
        .addAPIResponse(
            "200", OASFactory.createAPIResponse().description("What came of it").content(content));
  }

  /** What an address cannot answer it refuses with a problem document, whatever the status. */
  private static void mayBeRefused(Operation operation) {
    operation
        .getResponses()
        .setDefaultValue(
            OASFactory.createAPIResponse()
                .description("Why there is no answer")
                .content(
                    OASFactory.createContent()
                        .addMediaType(
                            Refusal.TYPE,
                            OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("Refusal")))));
  }

  private static Components schemas() {
    String document =
        AnswerSchemas.names().stream()
            .map(name -> "\"%s\":%s".formatted(name, schema(name)))
            .collect(
                joining(
                    ",",
                    "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"\",\"version\":\"\"},\"components\":{\"schemas\":{",
                    "}}}"));
    return SmallRyeOpenAPI.builder()
        .withCustomStaticFile(() -> new ByteArrayInputStream(document.getBytes(UTF_8)))
        .enableModelReader(false)
        .enableStandardStaticFiles(false)
        .enableStandardFilter(false)
        .enableAnnotationScan(false)
        .build()
        .model()
        .getComponents();
  }

  /** A schema that refers to the others where the description has them. */
  private static String schema(String name) {
    return AnswerSchemas.text(name)
        .replaceAll("\"\\$ref\": \"(\\w+)\\.json\"", "\"\\$ref\": \"#/components/schemas/$1\"");
  }
}
