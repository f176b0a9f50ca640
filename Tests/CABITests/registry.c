/* The registry as a program in C meets it: found by name, called with values, wrong calls refused with a message. */
#include "check.h"

static void every_entry_is_described(const swiftgrad_value *registry) {
    const swiftgrad_value *functions = lookup(registry, "functions");
    const swiftgrad_value *classes = lookup(registry, "classes");
    CHECK(functions && functions->kind == SWIFTGRAD_LIST && functions->count > 50);
    CHECK(classes && classes->kind == SWIFTGRAD_LIST && classes->count > 0);
    for (int64_t i = 0; i < functions->count; i++) {
        const swiftgrad_value *entry = &functions->items[i];
        CHECK(entry->kind == SWIFTGRAD_MAP);
        CHECK(lookup(entry, "name")->kind == SWIFTGRAD_STRING);
        CHECK(lookup(entry, "namespace")->kind == SWIFTGRAD_STRING);
        CHECK(lookup(entry, "doc")->count > 0);
        CHECK(lookup(entry, "signature")->bytes[0] == '(');
        const swiftgrad_value *parameters = lookup(entry, "parameters");
        for (int64_t p = 0; p < parameters->count; p++) {
            CHECK(lookup(&parameters->items[p], "name")->kind == SWIFTGRAD_STRING);
            CHECK(lookup(&parameters->items[p], "type")->count > 0);
            CHECK(lookup(&parameters->items[p], "required")->kind == SWIFTGRAD_BOOLEAN);
        }
    }
    for (int64_t i = 0; i < classes->count; i++) {
        const swiftgrad_value *base = lookup(&classes->items[i], "base");
        CHECK(base->kind == SWIFTGRAD_INTEGER && base->integer >= -1 && base->integer < classes->count);
    }
}

static void functions_compute(const swiftgrad_value *registry) {
    float a[] = {1, 2, 3}, b[] = {10, 20, 30};
    swiftgrad_value arguments[] = {tensor_over(a, 1, (int64_t[]){3}), tensor_over(b, 1, (int64_t[]){3})};
    swiftgrad_value sum = call(find(registry, "", "add"), arguments, 2);
    float *data = elements(sum.object);
    CHECK(data[0] == 11 && data[1] == 22 && data[2] == 33);

    swiftgrad_value total = call(find(registry, "", "sum"), (swiftgrad_value[]){sum, absent, absent, absent}, 4);
    CHECK(swiftgrad_tensor_size(total.object) == 1);
    swiftgrad_value item = call(find(registry, "_tensor", "item"), &total, 1);
    CHECK(item.kind == SWIFTGRAD_NUMBER && item.number == 66);

    swiftgrad_value scaled = call(find(registry, "", "multiply"), (swiftgrad_value[]){sum, number(0.5)}, 2);
    CHECK(elements(scaled.object)[2] == 16.5f);

    swiftgrad_value joined =
        call(find(registry, "", "concat"), (swiftgrad_value[]){list(arguments, 2), integer(0)}, 2);
    CHECK(swiftgrad_tensor_size(joined.object) == 6 && elements(joined.object)[5] == 30);

    swiftgrad_value made = call(find(registry, "", "zeros"),
                                (swiftgrad_value[]){list((swiftgrad_value[]){integer(2), integer(3)}, 2), absent, absent}, 3);
    swiftgrad_buffer buffer;
    swiftgrad_tensor_buffer(made.object, &buffer);
    CHECK(buffer.rank == 2 && buffer.shape[0] == 2 && buffer.shape[1] == 3 && buffer.strides[0] == 12);
    CHECK(buffer.dtype == SWIFTGRAD_FLOAT32 && !buffer.readonly);
    CHECK(swiftgrad_class_of(made.object) == -1);

    swiftgrad_value *all[] = {&arguments[0], &arguments[1], &sum, &total, &item, &scaled, &joined, &made};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        swiftgrad_value_clear(all[i]);
        CHECK(all[i]->kind == SWIFTGRAD_NONE);
        swiftgrad_value_clear(all[i]); /* a second time is harmless */
    }
}

static void gradients(const swiftgrad_value *registry) {
    float data[] = {1, 2, 3};
    swiftgrad_value x = tensor_over(data, 1, (int64_t[]){3});
    call(find(registry, "_tensor", "set_requires_grad"), (swiftgrad_value[]){x, boolean(true)}, 2);
    swiftgrad_value square = call(find(registry, "", "multiply"), (swiftgrad_value[]){x, x}, 2);
    swiftgrad_value loss = call(find(registry, "", "sum"), (swiftgrad_value[]){square, absent, absent, absent}, 4);
    call(find(registry, "_tensor", "backward"), (swiftgrad_value[]){loss, absent, absent, absent}, 4);
    swiftgrad_value gradient = call(find(registry, "_tensor", "grad"), &x, 1);
    CHECK(gradient.kind == SWIFTGRAD_TENSOR);
    float *slope = elements(gradient.object);
    CHECK(slope[0] == 2 && slope[1] == 4 && slope[2] == 6);
    fails(find(registry, "_tensor", "backward"), (swiftgrad_value[]){loss, absent, absent, absent}, 4,
          SWIFTGRAD_RUNTIME_ERROR, "retain_graph");
    swiftgrad_value *all[] = {&gradient, &loss, &square, &x};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) swiftgrad_value_clear(all[i]);
}

static void wrong_calls_are_refused(const swiftgrad_value *registry) {
    float a[] = {1, 2, 3}, b[] = {1, 2};
    swiftgrad_value x = tensor_over(a, 1, (int64_t[]){3}), y = tensor_over(b, 1, (int64_t[]){2});
    int32_t add = find(registry, "", "add"), sum = find(registry, "", "sum");
    int32_t functions = (int32_t)lookup(registry, "functions")->count;

    fails(add, (swiftgrad_value[]){x, y}, 2, SWIFTGRAD_VALUE_ERROR, "add: shapes (3,) and (2,)");
    fails(add, &x, 1, SWIFTGRAD_TYPE_ERROR, "add");
    fails(add, NULL, 0, SWIFTGRAD_TYPE_ERROR, "add");
    fails(add, (swiftgrad_value[]){x, x, x}, 3, SWIFTGRAD_TYPE_ERROR, "add");
    fails(add, &x, -1, SWIFTGRAD_TYPE_ERROR, "add");
    fails(-1, &x, 1, SWIFTGRAD_VALUE_ERROR, "-1");
    fails(functions, &x, 1, SWIFTGRAD_VALUE_ERROR, "no function");
    fails(INT32_MAX, NULL, 0, SWIFTGRAD_VALUE_ERROR, "no function");
    fails(sum, (swiftgrad_value[]){x, integer(INT64_MIN), absent, absent}, 4, SWIFTGRAD_INDEX_ERROR, "sum: axis");
    fails(sum, (swiftgrad_value[]){absent, absent, absent, absent}, 4, SWIFTGRAD_TYPE_ERROR, "'x'");
    fails(sum, (swiftgrad_value[]){text("x"), absent, absent, absent}, 4, SWIFTGRAD_TYPE_ERROR, "str");
    fails(sum, (swiftgrad_value[]){none, absent, absent, absent}, 4, SWIFTGRAD_TYPE_ERROR, "None");

    swiftgrad_value odd = {.kind = 99};
    fails(add, (swiftgrad_value[]){x, odd}, 2, SWIFTGRAD_TYPE_ERROR, "99");
    odd.kind = -1;
    fails(add, (swiftgrad_value[]){x, odd}, 2, SWIFTGRAD_TYPE_ERROR, "-1");
    swiftgrad_value missing = {.kind = SWIFTGRAD_TENSOR, .object = NULL};
    fails(add, (swiftgrad_value[]){x, missing}, 2, SWIFTGRAD_TYPE_ERROR, "tensor");
    missing.kind = SWIFTGRAD_OBJECT;
    fails(add, (swiftgrad_value[]){x, missing}, 2, SWIFTGRAD_TYPE_ERROR, "missing");
    missing.kind = SWIFTGRAD_CALLABLE;
    fails(add, (swiftgrad_value[]){x, missing}, 2, SWIFTGRAD_TYPE_ERROR, "missing");
    swiftgrad_value dtype = {.kind = SWIFTGRAD_DTYPE, .integer = 13};
    fails(find(registry, "", "astype"), (swiftgrad_value[]){x, dtype}, 2, SWIFTGRAD_TYPE_ERROR, "13");
    dtype.integer = -1;
    fails(find(registry, "", "astype"), (swiftgrad_value[]){x, dtype}, 2, SWIFTGRAD_TYPE_ERROR, "-1");
    swiftgrad_value bytes = {.kind = SWIFTGRAD_STRING, .bytes = "\xff\xfe", .count = 2};
    fails(find(registry, "nn.functional", "mse_loss"), (swiftgrad_value[]){x, x, bytes}, 3, SWIFTGRAD_VALUE_ERROR,
          "UTF-8");
    bytes.count = -5;
    fails(find(registry, "nn.functional", "mse_loss"), (swiftgrad_value[]){x, x, bytes}, 3, SWIFTGRAD_VALUE_ERROR,
          "reduction");
    int32_t arange = find(registry, "", "arange");
    fails(arange, (swiftgrad_value[]){none, none, none, absent, absent}, 5, SWIFTGRAD_TYPE_ERROR, "start");
    fails(arange, (swiftgrad_value[]){integer(1), integer(5), none, absent, absent}, 5, SWIFTGRAD_TYPE_ERROR, "step");
    swiftgrad_value slice = {.kind = SWIFTGRAD_SLICE, .items = NULL, .count = 3};
    fails(find(registry, "_tensor", "getitem"), (swiftgrad_value[]){x, list(&slice, 1)}, 2, SWIFTGRAD_TYPE_ERROR,
          "three bounds");
    fails(find(registry, "", "concat"), (swiftgrad_value[]){list(&x, 1), integer(7)}, 2, SWIFTGRAD_INDEX_ERROR, "axis 7");

    CHECK(a[0] == 1 && a[2] == 3 && b[1] == 2);
    swiftgrad_value_clear(&x);
    swiftgrad_value_clear(&y);
}

static void wrong_objects_are_refused(const swiftgrad_value *registry) {
    swiftgrad_object object = (swiftgrad_object)(uintptr_t)1;
    int32_t classes = (int32_t)lookup(registry, "classes")->count;
    CHECK(swiftgrad_construct(-1, NULL, 0, &object) == SWIFTGRAD_VALUE_ERROR);
    CHECK(swiftgrad_construct(classes, NULL, 0, &object) == SWIFTGRAD_VALUE_ERROR);
    CHECK((uintptr_t)object == 1); /* a failure leaves the result alone */
    float a[] = {1};
    swiftgrad_value x = tensor_over(a, 1, (int64_t[]){1}), result;
    CHECK(swiftgrad_invoke(x.object, -1, NULL, 0, &result) == SWIFTGRAD_VALUE_ERROR);
    CHECK(swiftgrad_invoke(x.object, INT32_MAX, NULL, 0, &result) == SWIFTGRAD_VALUE_ERROR);
    CHECK(swiftgrad_invoke(x.object, 0, NULL, 0, &result) != SWIFTGRAD_OK); /* a tensor has none of their methods */
    CHECK(swiftgrad_get_wrapper(x.object) == NULL);
    swiftgrad_set_wrapper(x.object, &result);
    CHECK(swiftgrad_get_wrapper(x.object) == &result);
    swiftgrad_value_clear(&x);
}

int main(void) {
    CHECK(swiftgrad_abi_version() == SWIFTGRAD_ABI_VERSION);
    CHECK(swiftgrad_last_error() != NULL && swiftgrad_last_error()[0] == 0);
    swiftgrad_value registry;
    CHECK(swiftgrad_describe(&registry) == SWIFTGRAD_OK);
    every_entry_is_described(&registry);
    functions_compute(&registry);
    gradients(&registry);
    wrong_calls_are_refused(&registry);
    wrong_objects_are_refused(&registry);
    swiftgrad_value_clear(&registry);
    return 0;
}
