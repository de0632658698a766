package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.ByteArrayInputStream;
import org.ascertain.answers.AnswerSchemas;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/**
 * Puts the schemas of the answers into the API's description when the server is built, where the
 * routes refer to them. The live stream's route, which no class of REST has, stands in {@code
 * META-INF/openapi.yaml}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ApiDescription implements OASFilter {

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Components components =
        api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
    schemas().getSchemas().forEach(components::addSchema);
    api.setComponents(components);
    api.getPaths()
        .getPathItems()
        .values()
        .forEach(path -> path.getOperations().values().forEach(ApiDescription::mayBeRefused));
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
