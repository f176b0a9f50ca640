/* Tensors over the caller's memory: shared, given back once, with any strides; and calls from several threads. */
#include "check.h"

static swiftgrad_value registry;

static void count_release(void *owner) { __atomic_add_fetch((int *)owner, 1, __ATOMIC_SEQ_CST); }

static swiftgrad_buffer matrix(void *data, int64_t rows, int64_t columns, int64_t down, int64_t right) {
    swiftgrad_buffer buffer = {.data = data, .dtype = SWIFTGRAD_FLOAT32, .rank = 2};
    buffer.shape[0] = rows;
    buffer.shape[1] = columns;
    buffer.strides[0] = down;
    buffer.strides[1] = right;
    return buffer;
}

static void memory_is_shared_and_given_back_once(void) {
    float data[6] = {0, 1, 2, 3, 4, 5};
    int released = 0;
    swiftgrad_buffer buffer = matrix(data, 2, 3, 12, 4);
    swiftgrad_object x;
    CHECK(swiftgrad_tensor_from_buffer(&buffer, &released, count_release, &x) == SWIFTGRAD_OK);
    swiftgrad_buffer seen;
    swiftgrad_tensor_buffer(x, &seen);
    CHECK(seen.data == data && seen.rank == 2 && seen.strides[0] == 12 && seen.strides[1] == 4);

    swiftgrad_value value = {.kind = SWIFTGRAD_TENSOR, .object = x};
    swiftgrad_value view = call(find(&registry, "", "transpose"), (swiftgrad_value[]){value, absent, absent}, 3);
    swiftgrad_tensor_buffer(view.object, &seen);
    CHECK(seen.data == data && seen.shape[0] == 3 && seen.strides[0] == 4);

    swiftgrad_value same = call(find(&registry, "_tensor", "iadd"), (swiftgrad_value[]){value, number(10)}, 2);
    CHECK(data[0] == 10 && data[5] == 15);
    data[0] = -1;
    CHECK(elements(view.object)[0] == -1);

    swiftgrad_retain(x);
    swiftgrad_release(x);
    swiftgrad_release(x);
    swiftgrad_value_clear(&same);
    CHECK(released == 0); /* the view still looks at it */
    swiftgrad_value_clear(&view);
    CHECK(released == 1);
}

static void negative_and_zero_strides(void) {
    float data[6] = {0, 1, 2, 3, 4, 5};
    swiftgrad_buffer buffer = matrix(data + 5, 2, 3, -12, -4);
    swiftgrad_value x = {.kind = SWIFTGRAD_TENSOR};
    CHECK(swiftgrad_tensor_from_buffer(&buffer, NULL, NULL, &x.object) == SWIFTGRAD_OK);
    swiftgrad_value copy = call(find(&registry, "", "copy"), &x, 1);
    for (int i = 0; i < 6; i++) CHECK(elements(copy.object)[i] == 5 - i);
    swiftgrad_value_clear(&copy);
    swiftgrad_value_clear(&x);

    buffer = matrix(data, 2, 3, 0, 4);
    CHECK(swiftgrad_tensor_from_buffer(&buffer, NULL, NULL, &x.object) == SWIFTGRAD_OK);
    x.kind = SWIFTGRAD_TENSOR;
    swiftgrad_value total = call(find(&registry, "", "sum"), (swiftgrad_value[]){x, integer(0), absent, absent}, 4);
    CHECK(elements(total.object)[2] == 4);
    fails(find(&registry, "_tensor", "iadd"), (swiftgrad_value[]){x, number(1)}, 2, SWIFTGRAD_VALUE_ERROR, "broadcast");
    CHECK(data[0] == 0);
    swiftgrad_value_clear(&total);
    swiftgrad_value_clear(&x);
}

static void read_only_memory_is_not_written(void) {
    float data[3] = {1, 2, 3};
    swiftgrad_buffer buffer = {.data = data, .dtype = SWIFTGRAD_FLOAT32, .rank = 1, .readonly = true};
    buffer.shape[0] = 3;
    buffer.strides[0] = 4;
    swiftgrad_value x = {.kind = SWIFTGRAD_TENSOR};
    CHECK(swiftgrad_tensor_from_buffer(&buffer, NULL, NULL, &x.object) == SWIFTGRAD_OK);
    fails(find(&registry, "_tensor", "imul"), (swiftgrad_value[]){x, number(2)}, 2, SWIFTGRAD_VALUE_ERROR, "read-only");
    CHECK(data[1] == 2);
    swiftgrad_value_clear(&x);
}

static void refused(swiftgrad_buffer buffer, int32_t status) {
    int released = 0;
    swiftgrad_object result = (swiftgrad_object)(uintptr_t)1;
    CHECK(swiftgrad_tensor_from_buffer(&buffer, &released, count_release, &result) == status);
    CHECK(swiftgrad_last_error()[0] != 0);
    CHECK(released == 0 && (uintptr_t)result == 1); /* on failure nothing was taken over */
}

static void impossible_buffers_are_refused(void) {
    float data[6] = {0};
    refused(matrix(NULL, 2, 3, 12, 4), SWIFTGRAD_VALUE_ERROR);
    refused(matrix((char *)data + 1, 2, 3, 12, 4), SWIFTGRAD_TYPE_ERROR);
    refused(matrix(data, 2, 3, 13, 4), SWIFTGRAD_TYPE_ERROR);
    refused(matrix(data, -1, 3, 12, 4), SWIFTGRAD_VALUE_ERROR);
    refused(matrix(data, INT64_MAX, INT64_MAX, 12, 4), SWIFTGRAD_VALUE_ERROR);
    refused(matrix(data, INT64_MIN, 1, 12, 4), SWIFTGRAD_VALUE_ERROR);
    refused(matrix(data, 2, 2, INT64_MIN, 4), SWIFTGRAD_VALUE_ERROR);
    refused(matrix(data, 2, 2, (int64_t)1 << 62, -((int64_t)1 << 62)), SWIFTGRAD_VALUE_ERROR);
    refused(matrix(data, 3, 3, (int64_t)1 << 62, (int64_t)1 << 62), SWIFTGRAD_VALUE_ERROR);
    swiftgrad_buffer buffer = matrix(data, 2, 3, 12, 4);
    buffer.dtype = 13;
    refused(buffer, SWIFTGRAD_TYPE_ERROR);
    buffer.dtype = -1;
    refused(buffer, SWIFTGRAD_TYPE_ERROR);
    buffer.dtype = SWIFTGRAD_FLOAT32;
    buffer.rank = SWIFTGRAD_MAX_RANK + 1;
    refused(buffer, SWIFTGRAD_VALUE_ERROR);
    buffer.rank = -1;
    refused(buffer, SWIFTGRAD_VALUE_ERROR);
    swiftgrad_object result;
    CHECK(swiftgrad_tensor_empty(&(swiftgrad_buffer){.dtype = SWIFTGRAD_INT8, .rank = 1, .shape = {(int64_t)1 << 50}},
                                 &result)
          == SWIFTGRAD_MEMORY_ERROR);
}

static void empty_arrays_need_no_memory(void) {
    int released = 0;
    swiftgrad_buffer buffer = matrix(NULL, 0, 3, INT64_MAX, INT64_MIN);
    swiftgrad_value x = {.kind = SWIFTGRAD_TENSOR};
    CHECK(swiftgrad_tensor_from_buffer(&buffer, &released, count_release, &x.object) == SWIFTGRAD_OK);
    CHECK(swiftgrad_tensor_size(x.object) == 0);
    swiftgrad_value flipped = call(find(&registry, "", "flip"), (swiftgrad_value[]){x, absent}, 2);
    swiftgrad_value_clear(&flipped);
    swiftgrad_value_clear(&x);
    CHECK(released == 1);
}

static void lent_memory_is_watched(void) {
    float data[3] = {1, 2, 3};
    swiftgrad_value x = tensor_over(data, 1, (int64_t[]){3});
    swiftgrad_value own = call(find(&registry, "", "copy"), &x, 1);
    call(find(&registry, "_tensor", "set_requires_grad"), (swiftgrad_value[]){own, boolean(true)}, 2);
    swiftgrad_value square = call(find(&registry, "", "multiply"), (swiftgrad_value[]){own, own}, 2);
    swiftgrad_value loss = call(find(&registry, "", "sum"), (swiftgrad_value[]){square, absent, absent, absent}, 4);
    swiftgrad_tensor_lend(own.object);
    elements(own.object)[1] = 99;
    swiftgrad_tensor_return(own.object);
    fails(find(&registry, "_tensor", "backward"), (swiftgrad_value[]){loss, absent, absent, absent}, 4,
          SWIFTGRAD_RUNTIME_ERROR, "multiply");
    swiftgrad_value *all[] = {&loss, &square, &own, &x};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) swiftgrad_value_clear(all[i]);
}

enum { THREADS = 4, ROUNDS = 300, LENGTH = 5000 };

/* Each thread has its own tensors, errors and gradient mode. */
static void *work(void *argument) {
    int number_of_thread = *(int *)argument;
    int released = 0;
    float *data = malloc(LENGTH * sizeof *data);
    for (int i = 0; i < LENGTH; i++) data[i] = (float)number_of_thread;
    int32_t add = find(&registry, "", "add"), exponential = find(&registry, "", "exp"), sum = find(&registry, "", "sum");
    char expected[64];
    snprintf(expected, sizeof expected, "axis %d", 10 + number_of_thread);
    for (int round = 0; round < ROUNDS; round++) {
        swiftgrad_buffer buffer = {.data = data, .dtype = SWIFTGRAD_FLOAT32, .rank = 1};
        buffer.shape[0] = LENGTH;
        buffer.strides[0] = sizeof(float);
        swiftgrad_value x = {.kind = SWIFTGRAD_TENSOR};
        CHECK(swiftgrad_tensor_from_buffer(&buffer, &released, count_release, &x.object) == SWIFTGRAD_OK);
        swiftgrad_value twice = call(add, (swiftgrad_value[]){x, x}, 2);
        CHECK(elements(twice.object)[round] == 2 * (float)number_of_thread);
        swiftgrad_value power = call(exponential, &x, 1);
        CHECK(fabsf(elements(power.object)[LENGTH - 1] - expf((float)number_of_thread)) < 1e-4f);
        fails(sum, (swiftgrad_value[]){x, integer(10 + number_of_thread), absent, absent}, 4, SWIFTGRAD_INDEX_ERROR,
              expected);
        swiftgrad_value *all[] = {&twice, &power, &x};
        for (size_t i = 0; i < sizeof all / sizeof *all; i++) swiftgrad_value_clear(all[i]);
    }
    CHECK(released == ROUNDS);
    free(data);
    return NULL;
}

static void threads_do_not_disturb_each_other(void) {
    pthread_t threads[THREADS];
    int numbers[THREADS];
    for (int i = 0; i < THREADS; i++) {
        numbers[i] = i;
        CHECK(pthread_create(&threads[i], NULL, work, &numbers[i]) == 0);
    }
    for (int i = 0; i < THREADS; i++) CHECK(pthread_join(threads[i], NULL) == 0);
}

int main(void) {
    CHECK(swiftgrad_describe(&registry) == SWIFTGRAD_OK);
    memory_is_shared_and_given_back_once();
    negative_and_zero_strides();
    read_only_memory_is_not_written();
    impossible_buffers_are_refused();
    empty_arrays_need_no_memory();
    lent_memory_is_watched();
    threads_do_not_disturb_each_other();
    swiftgrad_value_clear(&registry);
    return 0;
}
