import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trino.metastore.Column;
import io.trino.metastore.Database;
import io.trino.metastore.HiveMetastore;
import io.trino.metastore.HiveMetastoreFactory;
import io.trino.metastore.HiveType;
import io.trino.metastore.PrincipalPrivileges;
import io.trino.metastore.StorageFormat;
import io.trino.metastore.Table;
import io.trino.plugin.hive.HiveConnector;
import io.trino.plugin.hive.HivePlugin;
import io.trino.testing.DistributedQueryRunner;
import io.trino.testing.MaterializedResult;
import io.trino.testing.MaterializedRow;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static io.trino.testing.TestingSession.testSessionBuilder;

/**
 * Runs statements on Trino over tables given as TableInput of Glue, all in one process.
 *
 * Arguments: a JSON file { root, schemas: [{ name, tables }], statements: [{ id, schema, sql }] }, where locations of
 * tables are local:/// below root; and the file that gets a line of JSON for each statement:
 * { id, ms, columns, types, rows } or { id, ms, error }.
 */
public final class Runner {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static void main(String[] args) throws Exception {
        JsonNode work = JSON.readTree(Path.of(args[0]).toFile());
        try (DistributedQueryRunner runner = DistributedQueryRunner.builder(testSessionBuilder().setCatalog("hive").build())
                .setWorkerCount(0)
                .build();
                PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(args[1]), StandardCharsets.UTF_8))) {
            runner.installPlugin(new HivePlugin());
            runner.createCatalog("hive", "hive", Map.of(
                    "hive.metastore", "file",
                    "hive.metastore.catalog.dir", "local:///metastore",
                    "fs.native-local.enabled", "true",
                    "local.location", work.get("root").asText(),
                    "hive.partition-projection-enabled", "true",
                    // The metastore of files knows no statistics of partitions that are projected.
                    "hive.table-statistics-enabled", "false",
                    "hive.security", "allow-all"));
            HiveMetastore metastore = ((HiveConnector) runner.getCoordinator().getConnector("hive"))
                    .getInjector()
                    .getInstance(HiveMetastoreFactory.class)
                    .createMetastore(Optional.empty());
            for (JsonNode schema : work.get("schemas")) {
                makeSchema(metastore, schema);
            }
            // Several at once: each waits now and then for what the server polls.
            try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
                List<Future<?>> all = new ArrayList<>();
                for (JsonNode statement : work.get("statements")) {
                    all.add(threads.submit(() -> {
                        String line = JSON.writeValueAsString(answer(runner, statement));
                        synchronized (out) {
                            out.println(line);
                            out.flush();
                        }
                        return null;
                    }));
                }
                for (Future<?> each : all) {
                    each.get();
                }
            }
        }
        // Threads of the server would keep the process.
        System.exit(0);
    }

    private static void makeSchema(HiveMetastore metastore, JsonNode schema) {
        String name = schema.get("name").asText();
        metastore.createDatabase(Database.builder()
                .setDatabaseName(name)
                .setLocation(Optional.of("local:///metastore/" + name))
                .setOwnerName(Optional.empty())
                .setOwnerType(Optional.empty())
                .build());
        for (JsonNode table : schema.get("tables")) {
            metastore.createTable(tableOf(name, table), PrincipalPrivileges.NO_PRIVILEGES);
        }
    }

    private static Table tableOf(String schema, JsonNode input) {
        JsonNode storage = input.get("storageDescriptor");
        JsonNode serde = storage.get("serdeInfo");
        return Table.builder()
                .setDatabaseName(schema)
                .setTableName(input.get("name").asText())
                .setOwner(Optional.empty())
                .setTableType(input.get("tableType").asText())
                .setDataColumns(columnsOf(storage.get("columns")))
                .setPartitionColumns(columnsOf(input.get("partitionKeys")))
                .setParameters(textsOf(input.get("parameters")))
                .withStorage(builder -> builder
                        .setLocation(storage.get("location").asText())
                        .setStorageFormat(StorageFormat.create(
                                serde.get("serializationLibrary").asText(),
                                storage.get("inputFormat").asText(),
                                storage.get("outputFormat").asText()))
                        .setSerdeParameters(textsOf(serde.get("parameters"))))
                .build();
    }

    private static List<Column> columnsOf(JsonNode columns) {
        List<Column> list = new ArrayList<>();
        for (JsonNode column : columns) {
            list.add(new Column(
                    column.get("name").asText(),
                    HiveType.valueOf(column.get("type").asText()),
                    Optional.of(column.get("comment").asText()),
                    Map.of()));
        }
        return list;
    }

    private static Map<String, String> textsOf(JsonNode object) {
        Map<String, String> texts = new HashMap<>();
        object.properties().forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    private static ObjectNode answer(DistributedQueryRunner runner, JsonNode statement) {
        ObjectNode line = JSON.createObjectNode().put("id", statement.get("id").asText());
        long start = System.nanoTime();
        try {
            MaterializedResult result = runner.execute(
                    testSessionBuilder()
                            .setCatalog("hive")
                            .setSchema(statement.get("schema").asText())
                            .setSystemProperty("task_concurrency", "1")
                            .build(),
                    statement.get("sql").asText());
            line.set("columns", JSON.valueToTree(result.getColumnNames()));
            line.set("types", JSON.valueToTree(result.getTypes().stream().map(type -> type.getBaseName()).toList()));
            ArrayNode rows = line.putArray("rows");
            for (MaterializedRow row : result) {
                ArrayNode cells = rows.addArray();
                for (Object value : row.getFields()) {
                    // Numbers as text too, so that none loses a digit.
                    cells.add(value == null ? null : value.toString());
                }
            }
        }
        catch (RuntimeException e) {
            line.put("error", String.valueOf(e.getMessage()));
        }
        return line.put("ms", (System.nanoTime() - start) / 1_000_000);
    }
}
